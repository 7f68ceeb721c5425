namespace NotebookKit.Kernel.Pages;

/// <summary>The commands of TeX that stand for one sign or one word.</summary>
internal static class TexSymbols
{
    /// <summary>Letters.</summary>
    public static readonly Dictionary<string, string> Letters = Pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
        + "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ infty ∞ emptyset ∅ varnothing ∅ partial ∂ nabla ∇ top ⊤ bot ⊥");

    /// <summary>Operators, relations, arrows, dots and brackets.</summary>
    public static readonly Dictionary<string, string> Operators = Pairs(
        "cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ "
        + "setminus ∖ land ∧ wedge ∧ lor ∨ vee ∨ neg ¬ lnot ¬ forall ∀ exists ∃ to → rightarrow → leftarrow ← mapsto ↦ Rightarrow ⇒ Leftrightarrow ⇔ iff ⇔ implies ⇒ oplus ⊕ otimes ⊗ circ ∘ mid ∣ "
        + "ldots … dots … cdots ⋯ colon : lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lbrace { rbrace } prime ′");

    /// <summary>Operators whose limits stand below and above them where a formula has a line of its own.</summary>
    public static readonly Dictionary<string, string> Large = Pairs("sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ int ∫ max max min min lim lim argmax argmax argmin argmin sup sup inf inf Pr Pr");

    /// <summary>Names that are set upright.</summary>
    public static readonly HashSet<string> Functions = [.. "log ln exp sin cos tan tanh arg det dim gcd deg ker".Split(' ')];

    /// <summary>Signs above what follows.</summary>
    public static readonly Dictionary<string, string> Accents = Pairs("hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙");

    /// <summary>Spaces in em.</summary>
    public static readonly Dictionary<string, string> Spaces = new(StringComparer.Ordinal) { [","] = "0.17", [":"] = "0.22", [">"] = "0.22", [";"] = "0.28", [" "] = "0.33", ["quad"] = "1", ["qquad"] = "2", ["!"] = "0" };

    /// <summary>Commands that set their argument as a word or in another face.</summary>
    public static readonly Dictionary<string, string> Faces = Pairs("text mtext textbf mtext mathrm mi operatorname mi mathit mi mathbf mi mathcal mi mathbb mi mathsf mi");

    private static Dictionary<string, string> Pairs(string list) =>
        list.Split(' ').Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
