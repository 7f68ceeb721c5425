using System.Text;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Documents;

public class NotebookTests
{
    /// <summary>As Jupyter writes: sources as text and as lines, unknown keys at every level, attachments, numbers with their digits, characters outside of ASCII.</summary>
    private const string Odd = """
        {
         "zeta": {
          "b": 1.50,
          "a": 1e3
         },
         "cells": [
          {
           "cell_type": "markdown",
           "x-unknown": [
            1,
            {},
            []
           ],
           "id": "intro_1-A",
           "attachments": {
            "dot.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "metadata": {
            "tags": [
             "a"
            ],
            "deep": {
             "z": null,
             "a": true
            }
           },
           "source": "# Größe \u0001 😀 \"quoted\" \\ / é  \u007f x < y & z"
          },
          {
           "outputs": [
            {
             "output_type": "stream",
             "name": "stdout",
             "text": "as one text\n"
            }
           ],
           "cell_type": "code",
           "execution_count": 7,
           "id": "c",
           "metadata": {},
           "source": [
            "var a = 1;\n",
            "a"
           ]
          },
          {
           "cell_type": "raw",
           "id": "r",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "language_info": {
           "name": "C#"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private static readonly string Bytes = Odd.ReplaceLineEndings("\n").Replace("\\u007f", "\u007f", StringComparison.Ordinal);

    [Fact]
    public void What_is_only_read_and_written_stays_byte_for_byte() => Assert.Equal(Bytes, Encoding.UTF8.GetString(Sample.Parse(Bytes).ToBytes()));

    [Fact]
    public void Cells_are_what_the_file_says()
    {
        var notebook = Sample.Parse(Bytes);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(c => c.Kind));
        Assert.Equal("var a = 1;\na", notebook.Cells[1].Source);
        Assert.Equal(7, notebook.Cells[1].ExecutionCount);
        Assert.Equal("C#", notebook.Language);
        Assert.Equal(["a"], notebook.Cells[0].Tags);
        Assert.Equal("", notebook.Cells[2].Source);
    }

    [Fact]
    public void Setting_outputs_changes_nothing_else()
    {
        var notebook = Sample.Parse(Bytes);
        notebook.Cells[1].SetOutputs([], 1);
        var written = Encoding.UTF8.GetString(notebook.ToBytes());
        var (start, end) = (Bytes.IndexOf("\"outputs\": [", StringComparison.Ordinal), Bytes.IndexOf("   \"cell_type\": \"code\"", StringComparison.Ordinal));
        Assert.Equal(Bytes[..start] + "\"outputs\": [],\n" + Bytes[end..].Replace("\"execution_count\": 7", "\"execution_count\": 1", StringComparison.Ordinal), written);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_an_error_of_the_file()
    {
        var json = Sample.JsonOf("x").Replace("\"x\"", "\"\\ud83d and \\ud83d\\ude00\"", StringComparison.Ordinal);
        Assert.Contains("sample.ipynb: a text holds half of a surrogate pair", Assert.Throws<NotebookFormatException>(() => Sample.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_cell_showed_is_always_written_as_text()
    {
        var notebook = Sample.Of("x");
        notebook.Cells[0].SetOutputs([new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "\ud83d and 😀" }], 1);
        Assert.Contains("\"\uFFFD and 😀\"", Encoding.UTF8.GetString(notebook.ToBytes()), StringComparison.Ordinal);
        Assert.Equal(notebook.ToBytes(), Notebook.Parse(notebook.ToBytes(), "again").ToBytes());
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Single(Notebook.Parse([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample.JsonOf("x"))], "n").Cells);

    [Fact]
    public void A_file_with_these_bytes_already_is_not_touched()
    {
        var path = Sample.File("a.ipynb", "print x");
        var notebook = Notebook.Read(path);
        Assert.True(notebook.Write(path));
        File.SetLastWriteTimeUtc(path, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.False(notebook.Write(path));
        Assert.Equal(2020, File.GetLastWriteTimeUtc(path).Year);
        Assert.Equal(["a.ipynb"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("[1]", "n.ipynb: not a notebook: expected a JSON object.")]
    [InlineData("{\"cells\":[]}", "n.ipynb: not a notebook: the numbers nbformat and nbformat_minor are missing.")]
    [InlineData("{\"nbformat\":3,\"nbformat_minor\":0}", "n.ipynb: nbformat is 3, expected 4. Open it in a current Jupyter or VS Code and save it.")]
    [InlineData("{\"nbformat\":4,\"nbformat_minor\":5}", "n.ipynb: cells: expected a list.")]
    [InlineData("{\"nbformat\":4,\n\"nbformat_minor\":,}", "n.ipynb(2,18): not a notebook: this is not valid JSON.")]
    [InlineData("{\"nbformat\":4,\"nbformat\":4}", "not a notebook: this is not valid JSON (a key stands twice in an object).")]
    public void A_file_that_is_no_notebook_is_refused_in_one_line(string json, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Sample.Parse(json, "n.ipynb"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("\"cell_type\":\"code\"", "\"cell_type\":\"sql\"", "cell 1: cell_type: expected code, markdown or raw, found 'sql'.")]
    [InlineData("\"source\":\"x\"", "\"source\":[1]", "cell 1: source: expected a text or a list of texts.")]
    [InlineData("\"outputs\":[]", "\"outputs\":{}", "cell 1: outputs: expected a list.")]
    [InlineData("\"outputs\":[]", "\"outputs\":[{}]", "cell 1: outputs: expected objects with an output_type.")]
    [InlineData("\"execution_count\":null", "\"execution_count\":1.5", "cell 1: execution_count: expected a whole number or null.")]
    [InlineData("\"metadata\":{},\"o", "\"metadata\":1,\"o", "cell 1: metadata: expected an object.")]
    [InlineData("cell-1", "a b", "cell 1: id: expected 1 to 64 letters, digits, '-' or '_', found 'a b'.")]
    [InlineData("\"id\":\"cell-1\",", "", "cell 1: id: expected 1 to 64 letters, digits, '-' or '_', found nothing.")]
    [InlineData("cell-2", "cell-1", "cell 2: id: 'cell-1' is the id of cell 1, too; give one of them another.")]
    public void A_broken_cell_is_named_with_its_field(string part, string broken, string message)
    {
        var json = Sample.JsonOf("x", "y");
        var at = json.IndexOf(part, StringComparison.Ordinal);
        var error = Assert.Throws<NotebookFormatException>(() => Sample.Parse(json.Remove(at, part.Length).Insert(at, broken)));
        Assert.Equal("sample.ipynb: " + message, error.Message);
    }

    [Fact]
    public void Before_format_4_5_cells_have_no_ids()
    {
        var notebook = Sample.Parse(Sample.JsonOf("x").Replace("\"id\":\"cell-1\",", "", StringComparison.Ordinal).Replace("\"nbformat_minor\":5", "\"nbformat_minor\":4", StringComparison.Ordinal));
        Assert.Null(Assert.Single(notebook.Cells).Id);
    }
}
