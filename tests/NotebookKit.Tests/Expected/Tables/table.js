(function () {
  'use strict';
  var PAGE = 25, FILTER_FROM = 8;

  function make(name, css, text) {
    var element = document.createElement(name);
    if (css) element.className = css;
    if (text) element.textContent = text;
    return element;
  }

  function button(text, label) {
    var element = make('button', 'nk-button', text);
    element.type = 'button';
    if (label) element.setAttribute('aria-label', label);
    return element;
  }

  function number(text) {
    var digits = text.replace(/[\u2212]/g, '-').match(/-?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?|-?\.\d+/);
    if (!digits) return null;
    var value = parseFloat(digits[0].replace(/,/g, ''));
    return /^\s*[<]/.test(text) ? value - 1e-9 : /^\s*[>]/.test(text) ? value + 1e-9 : value;
  }

  function key(cell, numeric) {
    if (!cell || cell.classList.contains('nk-none')) return null;
    var text = cell.textContent.trim();
    return text === '' ? null : numeric ? number(text) : text;
  }

  function compare(a, b, numeric) {
    return numeric ? a - b : a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });
  }

  function enhance(table) {
    var body = table.tBodies[0], head = table.tHead && table.tHead.rows[0];
    if (!body || !head || body.rows.length < 2) return;
    var rows = Array.prototype.slice.call(body.rows), order = rows.slice(), matching = rows, page = 0, words = [];
    var texts = new Map(rows.map(function (row) { return [row, row.textContent.toLowerCase()]; }));
    var place = table.closest('.nk-scroll') || table;
    var tools = make('div', 'nk-tools'), status = make('span', 'nk-status'), previous, next;
    status.setAttribute('role', 'status');

    function show() {
      var pages = Math.max(1, Math.ceil(matching.length / PAGE));
      page = Math.min(page, pages - 1);
      var first = page * PAGE, visible = new Set(matching.slice(first, first + PAGE));
      rows.forEach(function (row) { row.hidden = !visible.has(row); });
      var last = Math.min(first + PAGE, matching.length);
      status.textContent = matching.length === 0 ? 'no row matches'
        : (pages > 1 ? (first + 1) + '–' + last + ' of ' + matching.length : matching.length === rows.length ? '' : matching.length + ' of ' + rows.length) + (words.length ? ' matching' : '');
      if (!previous) return;
      previous.disabled = page === 0;
      next.disabled = page === pages - 1;
    }

    function filter() {
      matching = order.filter(function (row) {
        var text = texts.get(row);
        return words.every(function (word) { return text.indexOf(word) >= 0; });
      });
      show();
    }

    function sort(cell, column, numeric) {
      var now = cell.getAttribute('aria-sort'), to = now === 'ascending' ? 'descending' : now === 'descending' ? 'none' : 'ascending';
      Array.prototype.forEach.call(head.cells, function (other) { other.setAttribute('aria-sort', other === cell ? to : 'none'); });
      var keyed = rows.map(function (row, at) { return { row: row, at: at, key: key(row.cells[column], numeric) }; });
      if (to !== 'none') keyed.sort(function (a, b) {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.at - b.at;
        var result = compare(a.key, b.key, numeric);
        return (to === 'ascending' ? result : -result) || a.at - b.at;
      });
      order = keyed.map(function (entry) { return entry.row; });
      order.forEach(function (row) { body.appendChild(row); });
      page = 0;
      filter();
    }

    Array.prototype.forEach.call(head.cells, function (cell, column) {
      if (!cell.textContent.trim()) return;
      var handle = button('');
      handle.className = 'nk-sort';
      while (cell.firstChild) handle.appendChild(cell.firstChild);
      cell.appendChild(handle);
      cell.setAttribute('aria-sort', 'none');
      handle.addEventListener('click', function () { sort(cell, column, cell.classList.contains('num')); });
    });

    if (rows.length >= FILTER_FROM) {
      var field = make('input', 'nk-filter');
      field.type = 'search';
      field.placeholder = 'Filter rows';
      field.setAttribute('aria-label', 'Filter rows: words that a row must have');
      field.addEventListener('input', function () {
        words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
        page = 0;
        filter();
      });
      tools.appendChild(field);
      tools.appendChild(status);
      if (rows.length > PAGE) {
        previous = button('‹ Previous', 'Previous rows');
        next = button('Next ›', 'Next rows');
        previous.addEventListener('click', function () { page--; show(); });
        next.addEventListener('click', function () { page++; show(); });
        tools.appendChild(previous);
        tools.appendChild(next);
      }
      place.parentNode.insertBefore(tools, place);
      show();
    }
  }

  function all() {
    Array.prototype.forEach.call(document.querySelectorAll('table.nk-table:not([data-nk-ready])'), function (table) {
      table.setAttribute('data-nk-ready', '');
      enhance(table);
    });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
})();
