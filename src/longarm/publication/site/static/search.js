// Search and filters over the claims of the dossier. Without it, the lists below do the same.
(function () {
  "use strict";
  var form = document.getElementById("search");
  if (!form) { return; }
  var rows = null, asked = false, waiting = 0;
  var out = document.getElementById("found"), said = document.getElementById("found-said"), lists = document.getElementById("lists");
  var SHOWN = 60;

  function fold(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  window.longarmSearch = function (part) {
    part.forEach(function (row) { row.push(fold(row[1] + " " + row[11])); });
    rows = (rows || []).concat(part);
  };

  function load(then) {
    if (asked) { if (!waiting) { then(); } return; }
    asked = true;
    waiting = Number(form.dataset.files);
    if (!waiting) { rows = []; then(); return; }
    for (var n = 0; n < Number(form.dataset.files); n++) {
      var script = document.createElement("script");
      script.async = false;
      script.src = form.dataset.root + "assets/search/" + n + ".js";
      script.onload = script.onerror = function () { waiting--; if (!waiting) { then(); } };
      document.head.appendChild(script);
    }
  }

  function chosen() {
    var data = new FormData(form), found = {};
    data.forEach(function (value, name) { if (String(value).trim()) { found[name] = String(value).trim(); } });
    return found;
  }

  function matches(row, want) {
    if (want.kind && row[2] !== want.kind) { return false; }
    if (want.method && row[3] !== want.method) { return false; }
    if (want.place && row[4].indexOf(want.place) < 0) { return false; }
    if (want.support && row[5] !== want.support) { return false; }
    if (want.contest && row[6] !== want.contest) { return false; }
    return !want.words || fold(want.words).split(/\s+/).every(function (word) { return row[12].indexOf(word) >= 0; });
  }

  function label(name, value) {
    var option = form.elements[name] && Array.prototype.find.call(form.elements[name].options, function (one) { return one.value === value; });
    return option ? option.textContent.replace(/ \(\d[\d,]*\)$/, "") : value;
  }

  function origins(low, high) {
    var known = low ? low + (low === 1 ? " known origin" : " known origins") : "no known origin";
    return low < high ? known + ", up to " + high : known;
  }

  function add(parent, tag, text, style) {
    var one = document.createElement(tag);
    one.textContent = text;
    if (style) { one.className = style; }
    parent.appendChild(one);
  }

  function told(seen) {
    var line = document.createElement("span"), reply = document.createElement("span");
    line.className = "told";
    seen[0].forEach(function (name, n) {
      if (n) { line.append(", "); }
      add(line, "bdi", name.length > 60 ? name.slice(0, 59) + "…" : name);
    });
    if (seen[1]) { line.append(" and " + seen[1] + (seen[1] === 1 ? " other" : " others")); }
    if (seen[2]) { line.append(", "); add(line, "strong", seen[2]); }
    if (!seen[3].length) { return line; }
    reply.className = "reply-by";
    reply.append("· ");
    add(reply, "bdi", seen[3][0], "party");
    reply.append(" ");
    add(reply, "span", seen[3][1], "attitude");
    line.append(" ", reply);
    return line;
  }

  function item(row) {
    var line = document.createElement("li"), link = document.createElement("a"), quiet = document.createElement("span");
    line.className = "row";
    link.className = "question";
    link.href = form.dataset.root + "claims/" + row[0] + ".html";
    add(link, "bdi", row[1]);
    quiet.className = "told quiet";
    quiet.textContent = row[9] + (row[9] === 1 ? " document, " : " documents, ") + origins(row[7], row[8]) + " · " + label("support", row[5]) + " · " + label("contest", row[6]);
    line.append(link, told(row[10]), quiet);
    return line;
  }

  function show() {
    var want = chosen(), searching = Object.keys(want).length > 0;
    out.hidden = !searching;
    lists.hidden = searching;
    out.textContent = "";
    if (!searching) { said.textContent = ""; return; }
    var found = (rows || []).filter(function (row) { return matches(row, want); });
    said.textContent = found.length === 1 ? "1 claim" : found.length.toLocaleString("en") + " claims" + (found.length > SHOWN ? ", the first " + SHOWN + " shown" : "");
    found.slice(0, SHOWN).forEach(function (row) { out.appendChild(item(row)); });
  }

  var timer = 0;
  function changed() { clearTimeout(timer); timer = setTimeout(function () { load(show); }, 80); }
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("reset", function () { setTimeout(changed, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
  form.hidden = false;
}());
