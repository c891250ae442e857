'use strict';
// All texts reach the page through textContent; nothing of a library is ever parsed as markup.
(async () => {
  const KIND = 0, LAYER = 1, NAME = 2, PLACE = 3, DETAIL = 4, EDGE = 5, EVIDENCE = 6, AMBIGUOUS = 7, GUARD = 8, MARKS = 9,
    VIA = 10, TRACES = 11, CHILDREN = 12;
  const ROW = 26, INDENT = 15, LANE = 118, BUFFER = 14, FIRST_LEVELS = 3, MOST_AT_FIRST = 40;
  const GLYPHS = {sequence: '→ sequence', choice: '◇ choice', optional: '○ optional', loop: '↻ loop', parallel: '∥ parallel'};
  const $ = id => document.getElementById(id);
  let D;
  try {
    D = await unpack($('data').textContent);
  } catch (failure) {
    const told = make('p', {id: 'fatal'}, 'This browser cannot unpack the report: ' + failure.message);
    document.body.replaceChildren(told);
    return;
  }
  const V = D.vocabulary, T = D.texts, N = D.nodes;
  const layerColour = layer => 'var(--' + V.layers[layer] + ')';
  const FAINT = V.marks.reduce((bits, mark, bit) => mark === 'error' || mark === 'aux' ? bits | 1 << bit : bits, 0);
  const stats = new Map();

  async function unpack(base64) {
    const packed = Uint8Array.from(atob(base64.trim()), c => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).json();
  }

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...content.filter(part => part !== null && part !== undefined));
    return element;
  }

  // ---- places ---------------------------------------------------------------------------------------------------------
  const versions = new Map(D.library.components.map(c => [c[0], c[1].replace(/^\d+:/, '').replace(/([+~]?dfsg.*)?(-[^-]*)?$/, '')]));

  function place(text, short) {
    if (!text) return make('span', {class: 'soft'}, '–');
    const first = text.indexOf(':'), last = text.lastIndexOf(':');
    const component = text.slice(0, first), file = text.slice(first + 1, last), line = text.slice(last + 1);
    const label = short ? file.slice(file.lastIndexOf('/') + 1) + ':' + line : text;
    const template = D.links[component] || D.links[''];
    if (!template || !/^(https?|file):\/\//i.test(template)) return make('code', {title: text}, label);
    const values = {component, file, line, version: versions.get(component) || ''};
    const url = template.replace(/\{(component|file|line|version)\}/g, (all, key) =>
      key === 'file' ? values[key].split('/').map(encodeURIComponent).join('/') : encodeURIComponent(values[key]));
    return make('a', {href: url, target: '_blank', rel: 'noopener noreferrer', title: text}, make('code', {}, label));
  }

  // ---- what is below a node ---------------------------------------------------------------------------------------------
  function size(node) {
    let known = stats.get(node);
    if (!known) {
      known = 1;
      for (const child of N[node][CHILDREN]) known += size(child);
      stats.set(node, known);
    }
    return known;
  }

  const kindOf = node => V.kinds[N[node][KIND]];
  const isCrossing = (node, parent) => kindOf(node) !== 'operator' && parent !== null && N[node][LAYER] !== N[parent][LAYER];
  const operationKey = node => {
    const row = N[node], kind = kindOf(node);
    return kind === 'entry' || kind === 'boundary' ? V.layers[row[LAYER]] + ' ' + T[row[NAME]] : null;
  };

  function* everyNode(root) {
    const seen = new Set(), open = [root];
    while (open.length) {
      const node = open.pop();
      if (seen.has(node)) continue;
      seen.add(node);
      yield node;
      open.push(...N[node][CHILDREN]);
    }
  }

  const LOW = new Set(['libvirt', 'qemu', 'guest', 'image'].map(id => V.layers.indexOf(id)));
  const operationsOf = new Map();
  function operations(action) {
    let known = operationsOf.get(action);
    if (!known) {
      known = new Set();
      for (const node of everyNode(action.tree)) {
        const key = operationKey(node);
        if (key) known.add(key);
      }
      operationsOf.set(action, known);
    }
    return known;
  }
  const lowOperations = action => new Set([...operations(action)].filter(key => LOW.has(V.layers.indexOf(key.split(' ')[0]))));

  // ---- state --------------------------------------------------------------------------------------------------------------
  const after = D.actions, before = D.beforeActions || [];
  const beforeByName = new Map(before.map(action => [action.name, action]));
  const afterByName = new Map(after.map(action => [action.name, action]));
  const listed = [...after, ...before.filter(action => !afterByName.has(action.name))].sort((a, b) => a.name < b.name ? -1 : 1);
  const changesOf = new Map();
  (D.changes || []).forEach(change => [...change[8], ...change[9]].forEach(name => {
    const action = T[name];
    if (!changesOf.has(action)) changesOf.set(action, []);
    changesOf.get(action).push(change);
  }));
  let current = null, older = false, open = new Map(), rows = [], chosen = 0, lanes = [], query = '', shown = listed;

  // ---- list of actions --------------------------------------------------------------------------------------------------------
  function fillList() {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = action => {
      const own = [action.name, action.route, ...action.aliases].join(' ').toLowerCase();
      return words.every(word => own.includes(word)
        || word.length > 2 && [...operations(action)].some(key => key.toLowerCase().includes(word)));
    };
    shown = words.length ? listed.filter(matches) : listed;
    $('found').textContent = shown.length + (shown.length === 1 ? ' action' : ' actions') + (words.length ? ' of ' + listed.length : '');
    $('actions').replaceChildren(...shown.map((action, index) => {
      const changes = changesOf.get(action.name) || [];
      const worst = changes.length ? V.severities[Math.min(...changes.map(change => change[0]))] : '';
      return make('li', {role: 'option', id: 'action-' + index, 'aria-selected': String(action === current),
          onclick: () => choose(action)},
        make('span', {class: 'dots'}, ...action.layers.map(layer =>
          make('i', {style: 'color:' + layerColour(layer), title: V.layers[layer]}))),
        make('b', {class: worst}, action.name),
        make('small', {}, [action.route || '(' + action.root + ')', ...action.aliases.slice(0, 3)].join(' · ')));
    }));
  }

  function moveInList(step) {
    const at = shown.indexOf(current), next = shown[Math.max(0, Math.min(shown.length - 1, at < 0 ? 0 : at + step))];
    if (next) choose(next);
  }

  function choose(action, node) {
    current = action;
    older = !afterByName.has(action.name);
    for (const item of $('actions').children) item.setAttribute('aria-selected', 'false');
    const item = $('action-' + shown.indexOf(action));
    if (item) {
      item.setAttribute('aria-selected', 'true');
      item.scrollIntoView({block: 'nearest'});
      $('actions').setAttribute('aria-activedescendant', item.id);
    }
    openTree(node);
    show('tree');
  }

  // ---- the tree ----------------------------------------------------------------------------------------------------------------
  const drawn = () => older ? beforeByName.get(current.name) : current;

  function openTree(node) {
    open = new Map();
    const root = drawn().tree;
    unfold(root, '0', FIRST_LEVELS, {left: MOST_AT_FIRST});
    drawTitle();
    layout();
    select(0);
    if (node !== undefined) reveal(node);
  }

  /** Opens what is near the root; chains of single children are opened further, since they take no room. */
  function unfold(node, path, levels, budget) {
    const children = N[node][CHILDREN];
    if (!children.length || levels <= 0 || budget.left < children.length) return;
    budget.left -= children.length;
    open.set(path, true);
    children.forEach((child, i) => unfold(child, path + '.' + i, children.length === 1 ? levels : levels - 1, budget));
  }

  function layout() {
    rows = [];
    const marks = comparison();
    const walk = (node, path, depth, parentRow, number, indent, above) => {
      const row = N[node], layer = row[LAYER], faint = above || (row[MARKS] & FAINT) > 0;
      const index = rows.length;
      rows.push({node, path, depth, parent: parentRow, number, layer, indent, faint,
        change: marks && marks.has(operationKey(node)) ? (older ? 'removed' : 'added') : ''});
      if (!open.get(path)) return;
      let next = number + 1;
      row[CHILDREN].forEach((child, i) => {
        const same = N[child][LAYER] === layer;
        walk(child, path + '.' + i, depth + 1, index, next, same ? indent + 1 : 0, faint);
        next += size(child);
      });
    };
    walk(drawn().tree, '0', 0, -1, 0, 0, false);
    const used = new Set(rows.map(row => row.layer));
    drawn().layers.forEach(layer => used.add(layer));
    lanes = [...used].sort((a, b) => a - b);
    const widest = new Map();
    rows.forEach(row => widest.set(row.layer, Math.max(widest.get(row.layer) || 0, row.indent)));
    let x = 8;
    lanes = lanes.map(layer => {
      const lane = {layer, x, width: Math.max(LANE, 46 + (widest.get(layer) || 0) * INDENT)};
      x += lane.width;
      return lane;
    });
    const laneOf = new Map(lanes.map(lane => [lane.layer, lane]));
    rows.forEach(row => { row.x = laneOf.get(row.layer).x + row.indent * INDENT; });
    $('canvas').style.height = rows.length * ROW + 40 + 'px';
    $('canvas').style.width = x + 560 + 'px';
    $('lanes').replaceChildren(...lanes.map(lane =>
      make('span', {style: `left:${lane.x}px;color:${layerColour(lane.layer)}`}, V.layers[lane.layer])));
    paint();
  }

  /** Which operations one side has and the other has not. */
  function comparison() {
    const other = older ? afterByName.get(current.name) : beforeByName.get(current.name);
    if (!D.changes) return null;
    const own = operations(drawn()), theirs = other ? operations(other) : new Set();
    return new Set([...own].filter(key => !theirs.has(key)));
  }

  function paint() {
    const scroller = $('scroller');
    const from = Math.max(0, Math.floor(scroller.scrollTop / ROW) - BUFFER);
    const to = Math.min(rows.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW) + BUFFER);
    $('lanes').style.transform = '';
    for (const label of $('lanes').children) label.style.marginLeft = -scroller.scrollLeft + 'px';
    const words = query.toLowerCase().split(/\s+/).filter(word => word.length > 2);
    $('rows').replaceChildren(...rows.slice(from, to).map((row, i) => drawRow(row, from + i, words)));
    drawLines(from, to);
  }

  function drawRow(row, index, words) {
    const data = N[row.node], kind = V.kinds[data[KIND]], colour = layerColour(row.layer);
    const name = T[data[NAME]], detail = data[DETAIL];
    const full = name + (kind === 'boundary' && detail ? ' ' + T[detail] : '');
    const classes = ['row', kind, row.change, row.faint ? 'faint' : ''];
    if (words.some(word => full.toLowerCase().includes(word))) classes.push('hit');
    const children = data[CHILDREN].length, expanded = open.get(row.path);
    const parts = [make('span', {class: 'toggle', 'aria-hidden': 'true'}, children ? (expanded ? '▾' : '▸') : '')];
    if (kind === 'operator') parts.push(make('span', {class: 'op'}, GLYPHS[name] || name));
    else {
      const prefix = kind === 'reference' ? '↑ ' : kind === 'unresolved' ? '? ' : '';
      parts.push(make('span', {class: 'name', style: 'color:' + colour}, prefix + full));
    }
    if (data[GUARD]) parts.push(make('span', {class: 'guard', title: T[data[GUARD]]}, '[' + T[data[GUARD]] + ']'));
    V.marks.forEach((mark, bit) => { if (data[MARKS] & 1 << bit) parts.push(make('span', {class: 'chip'}, mark)); });
    if (children && !expanded) parts.push(make('span', {class: 'traces'}, '+' + (size(row.node) - 1)));
    if (data[TRACES].length) parts.push(make('span', {class: 'traces', title: 'trace points'}, '✎' + data[TRACES].length / 2));
    if (kind !== 'operator' && data[PLACE]) {
      const text = T[data[PLACE]];
      parts.push(make('span', {class: 'place'}, text.slice(text.lastIndexOf('/') + 1)));
    }
    return make('div', {class: classes.filter(Boolean).join(' '), id: 'row-' + index, role: 'treeitem', 'aria-level': row.depth + 1,
      'aria-expanded': children ? String(Boolean(expanded)) : null, 'aria-selected': String(index === chosen),
      style: `left:${row.x}px;top:${index * ROW}px`,
      onclick: event => { select(index); if (event.target.classList.contains('toggle')) toggle(index); },
      ondblclick: () => toggle(index)}, ...parts);
  }

  function drawLines(from, to) {
    const NS = 'http://www.w3.org/2000/svg', svg = $('lines'), parts = [];
    svg.setAttribute('width', $('canvas').style.width);
    svg.setAttribute('height', rows.length * ROW + 40);
    for (const lane of lanes) {
      const band = document.createElementNS(NS, 'rect');
      for (const [key, value] of Object.entries({x: lane.x - 4, y: 0, width: lane.width - 6, height: rows.length * ROW + 40})) {
        band.setAttribute(key, value);
      }
      band.style.fill = layerColour(lane.layer);
      parts.push(band);
    }
    rows.forEach((row, index) => {
      if (row.parent < 0 || index < from || row.parent > to) return;
      if (index > to && row.parent < from - 400) return;
      const parent = rows[row.parent];
      const x1 = parent.x + 8, y1 = row.parent * ROW + ROW - 4, x2 = row.x + (N[row.node][CHILDREN].length ? 3 : 12), y2 = index * ROW + ROW / 2;
      if (index > to + 60) return;
      const line = document.createElementNS(NS, 'path');
      line.setAttribute('d', x2 >= x1 ? `M${x1} ${y1}V${y2 - 5}Q${x1} ${y2} ${x1 + 5} ${y2}H${x2}` : `M${x1} ${y1}V${y1 + 3}H${x2 - 6}V${y2}H${x2}`);
      if (isCrossing(row.node, parent.node)) {
        line.setAttribute('class', 'cross');
        line.style.stroke = layerColour(row.layer);
      }
      parts.push(line);
    });
    svg.replaceChildren(...parts);
  }

  function toggle(index) {
    const row = rows[index];
    if (!N[row.node][CHILDREN].length) return;
    if (open.get(row.path)) open.delete(row.path);
    else open.set(row.path, true);
    layout();
    select(index);
  }

  function expandBelow(index, most) {
    const row = rows[index];
    let left = most;
    const walk = (node, path) => {
      const children = N[node][CHILDREN];
      if (!children.length || (left -= children.length) < 0) return;
      open.set(path, true);
      children.forEach((child, i) => walk(child, path + '.' + i));
    };
    walk(row.node, row.path);
    layout();
    select(index);
  }

  function collapseBelow(index) {
    const path = rows[index].path;
    [...open.keys()].filter(key => key === path || key.startsWith(path + '.')).forEach(key => open.delete(key));
    layout();
    select(index);
  }

  function select(index) {
    chosen = Math.max(0, Math.min(rows.length - 1, index));
    const scroller = $('scroller'), top = chosen * ROW;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    if (top + ROW > scroller.scrollTop + scroller.clientHeight - 16) scroller.scrollTop = top + ROW - scroller.clientHeight + 16;
    paint();
    scroller.setAttribute('aria-activedescendant', 'row-' + chosen);
    drawDetail(rows[chosen]);
    remember();
  }

  /** Opens the way to the node of a number in pre-order and selects it. */
  function reveal(number) {
    let node = drawn().tree, path = '0', at = 0;
    while (at !== number) {
      open.set(path, true);
      let next = at + 1, found = false;
      for (let i = 0; i < N[node][CHILDREN].length; i++) {
        const child = N[node][CHILDREN][i];
        if (number < next + size(child)) {
          node = child;
          path += '.' + i;
          at = next;
          found = true;
          break;
        }
        next += size(child);
      }
      if (!found) return;
    }
    layout();
    select(rows.findIndex(row => row.path === path));
  }

  /** The next node, in the order of the tree, that the search's words are found in. */
  function nextHit() {
    const words = query.toLowerCase().split(/\s+/).filter(word => word.length > 2);
    if (!words.length) return;
    const start = rows[chosen].number;
    let first = -1, next = -1;
    const walk = (node, number) => {
      const data = N[node], text = (T[data[NAME]] + ' ' + (kindOf(node) === 'boundary' ? T[data[DETAIL]] : '')).toLowerCase();
      if (words.some(word => text.includes(word)) && kindOf(node) !== 'operator') {
        if (first < 0) first = number;
        if (number > start && next < 0) next = number;
      }
      let at = number + 1;
      for (const child of data[CHILDREN]) {
        if (next >= 0) return;
        walk(child, at);
        at += size(child);
      }
    };
    walk(drawn().tree, 0);
    if (next >= 0 || first >= 0) reveal(next >= 0 ? next : first);
  }

  function drawTitle() {
    const action = drawn(), description = D.words.filter(word => T[word[0]] === action.key).map(word => T[word[1]])[0];
    $('title').replaceChildren(
      make('h2', {}, action.name),
      make('p', {}, [action.route || 'started by: ' + action.root, description, action.aliases.length ? 'also: ' + action.aliases.join(', ') : '',
        action.nodes + ' nodes', action.open ? action.open + (action.open === 1 ? ' call' : ' calls') + ' not followed' : ''].filter(Boolean).join(' · ')));
    const button = (label, title, work, pressed) => make('button', {title, onclick: work,
      'aria-pressed': pressed === undefined ? null : String(pressed)}, label);
    const tools = [
      button('Expand', 'Expand below the selection ( * )', () => expandBelow(chosen, 1500)),
      button('Collapse', 'Collapse below the selection ( - )', () => collapseBelow(chosen)),
      button('Next match', 'Next node that matches the search ( n )', nextHit)];
    if (D.changes) {
      const both = afterByName.has(current.name) && beforeByName.has(current.name);
      if (both) {
        tools.push(button(D.before.name, 'The tree as it was', () => { older = true; openTree(); }, older));
        tools.push(button(D.library.name, 'The tree as it is', () => { older = false; openTree(); }, !older));
      } else tools.push(make('span', {class: 'soft'}, older ? 'only in ' + D.before.name : 'new in ' + D.library.name));
      const changes = changesOf.get(current.name) || [];
      tools.push(button(changes.length + ' changes', 'What changed in this action', () => { filter.action = current.name; show('changes'); }));
    }
    tools.push(make('span', {class: 'hint'}, '↑ ↓ ← → move · * expand · n next match'));
    $('tools').replaceChildren(...tools);
  }

  // ---- the selected node ------------------------------------------------------------------------------------------------------------
  function drawDetail(row) {
    const data = N[row.node], kind = kindOf(row.node), parts = [], terms = [];
    const term = (name, ...value) => terms.push(make('dt', {}, name), make('dd', {}, ...value));
    parts.push(make('h2', {}, make('code', {style: 'font-size:14px;color:' + layerColour(row.layer)}, T[data[NAME]])));
    term('node', 'n' + row.number + ' · ' + kind);
    term('layer', make('span', {style: 'color:' + layerColour(row.layer)}, V.layers[row.layer]));
    if (kind === 'boundary' && data[DETAIL]) term('arguments', make('code', {}, T[data[DETAIL]]));
    if (kind === 'unresolved') term('reason', T[data[DETAIL]]);
    term(kind === 'operator' ? 'stands at' : 'defined', place(T[data[PLACE]]));
    if (row.parent >= 0) {
      term('found by', V.edges[data[EDGE]], make('div', {class: 'soft'}, V.edgeDocs[data[EDGE]]));
      term('evidence', place(T[data[EVIDENCE]]));
      if (data[AMBIGUOUS]) term('certainty', 'one of several candidates');
    }
    if (data[GUARD]) term('only if', make('code', {}, T[data[GUARD]]));
    const marks = V.marks.filter((mark, bit) => data[MARKS] & 1 << bit);
    if (marks.length) term('marks', marks.join(', '));
    parts.push(make('dl', {}, ...terms));
    if (kind === 'reference') parts.push(make('p', {}, make('button', {class: 'link', onclick: () => reveal(row.number + data[DETAIL])},
      'go to the node that it stands for, n' + (row.number + data[DETAIL]))));
    const hops = [];
    for (let i = 0; i < data[VIA].length; i += 4) {
      hops.push(make('li', {}, make('code', {}, T[data[VIA][i]]), ' ', place(T[data[VIA][i + 1]], true),
        make('div', {class: 'soft'}, V.edges[data[VIA][i + 2]] + ', called at ', place(T[data[VIA][i + 3]], true))));
    }
    if (hops.length) parts.push(make('h3', {}, 'On the way from its parent'), make('ol', {}, ...hops));
    const traces = [];
    for (let i = 0; i < data[TRACES].length; i += 2) {
      const point = D.traces[data[TRACES][i]];
      traces.push(make('li', {}, make('code', {}, T[point[3]]),
        make('div', {class: 'soft'}, [T[point[0]], T[point[1]], T[point[2]], V.occurrences[data[TRACES][i + 1]]].filter(Boolean).join(' · ') + ' ',
          place(T[point[4]], true))));
    }
    if (traces.length) parts.push(make('h3', {}, 'Trace points'), make('ul', {}, ...traces));
    if (row.parent < 0) parts.push(...whoStarts());
    $('detail').replaceChildren(...parts);
  }

  function whoStarts() {
    const name = current.name;
    const calls = D.clients.filter(call => call[4].some(action => T[action] === name));
    if (!calls.length) return [];
    return [make('h3', {}, 'Started by'), make('ul', {}, ...calls.map(call =>
      make('li', {}, make('b', {}, T[call[2]]), ' ', make('span', {class: 'soft'}, T[call[0]] + ' ' + T[call[1]] + ' '), place(T[call[3]], true))))];
  }

  // ---- overlaps ------------------------------------------------------------------------------------------------------------------------
  let overlapsDrawn = false;
  function drawOverlaps() {
    if (overlapsDrawn) return;
    overlapsDrawn = true;
    const actions = after.filter(action => lowOperations(action).size);
    const sets = actions.map(lowOperations);
    const head = make('tr', {}, make('td'), ...actions.map(action => make('th', {scope: 'col'}, make('div', {}, action.name))));
    const body = actions.map((one, i) => make('tr', {}, make('th', {scope: 'row'}, one.name), ...actions.map((other, j) => {
      const common = [...sets[i]].filter(key => sets[j].has(key)).length, union = sets[i].size + sets[j].size - common;
      const share = common / union;
      const title = `${one.name} and ${other.name}: ${common} of ${union} operations in common`;
      return make('td', {class: share === 1 && i !== j ? 'same' : ''}, make('button', {title, 'aria-label': title,
        tabindex: i === j ? '0' : '-1', 'data-at': i + ' ' + j,
        style: `background:color-mix(in srgb, var(--accent) ${Math.round(share * 100)}%, var(--panel))`,
        onclick: () => compareActions(one, other)}));
    })));
    const table = make('table', {id: 'matrix', onkeydown: moveInMatrix}, make('thead', {}, head), make('tbody', {}, ...body));
    const steps = [0, 25, 50, 75, 100].map(part => make('span', {}, make('i',
      {style: `background:color-mix(in srgb, var(--accent) ${part}%, var(--panel))`}), part + ' %'));
    $('view-overlaps').replaceChildren(make('h2', {}, 'Which actions look alike below'),
      make('p', {class: 'soft'}, 'For each two actions the share of operations of libvirt, of the virtualization process, of the guest and of'
        + ' image files that both can perform, of those that either can. Two actions with a red frame perform the same operations: they can'
        + ' only be told apart by order, number, conditions or records of upper layers. Choose a field for the lists.'),
      make('div', {class: 'legend'}, ...steps), table);
  }

  function moveInMatrix(event) {
    const step = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key];
    const at = event.target.dataset && event.target.dataset.at;
    if (!step || !at) return;
    const [i, j] = at.split(' ').map(Number);
    const next = $('matrix').querySelector(`[data-at="${i + step[0]} ${j + step[1]}"]`);
    if (next) next.focus();
    event.preventDefault();
  }

  function compareActions(one, other) {
    const a = lowOperations(one), b = lowOperations(other);
    const list = (title, keys) => keys.length ? [make('h3', {}, title + ' (' + keys.length + ')'),
      make('ul', {}, ...keys.sort().map(key => make('li', {}, make('code', {style: 'color:var(--' + key.split(' ')[0] + ')'}, key))))] : [];
    $('detail').replaceChildren(make('h2', {}, one.name + ' and ' + other.name),
      ...list('Only ' + one.name, [...a].filter(key => !b.has(key))),
      ...list('Only ' + other.name, [...b].filter(key => !a.has(key))),
      ...list('Both', [...a].filter(key => b.has(key))));
  }

  // ---- changes ---------------------------------------------------------------------------------------------------------------------------
  const filter = {severity: '', action: ''};
  function drawChanges() {
    if (!D.changes) {
      $('view-changes').replaceChildren(make('h2', {}, 'Nothing to compare with'),
        make('p', {}, 'Give another library with --against when the report is made.'));
      return;
    }
    const severities = [...new Set(V.severities)];
    const of = change => V.severities[change[0]];
    const concerned = change => !filter.action || [...change[8], ...change[9]].some(name => T[name] === filter.action);
    const wanted = D.changes.filter(change => concerned(change) && (!filter.severity || of(change) === filter.severity));
    const buttons = ['', ...severities].map(severity => make('button', {'aria-pressed': String(filter.severity === severity),
      class: severity, onclick: () => { filter.severity = severity; drawChanges(); }},
      (severity || 'all') + ' ' + D.changes.filter(change => concerned(change) && (!severity || of(change) === severity)).length));
    if (filter.action) buttons.push(make('button', {onclick: () => { filter.action = ''; drawChanges(); }}, 'only ' + filter.action + ' ✕'));
    const line = change => make('tr', {},
      make('td', {}, make('span', {class: 'severity ' + of(change)}, of(change))),
      make('td', {title: V.changeDocs[change[0]]}, V.changes[change[0]]),
      make('td', {}, make('code', {style: 'color:' + layerColour(change[1])}, T[change[2]]), ' ',
        make('b', {}, T[change[3]]), T[change[4]] ? make('div', {class: 'soft'}, T[change[4]]) : null,
        ...change[7].slice(0, 6).map(key => make('div', {}, make('code', {}, T[key]))),
        change[7].length > 6 ? make('div', {class: 'soft'}, (change[7].length - 6) + ' more operations') : null),
      make('td', {}, make('div', {}, place(T[change[5]], true)), make('div', {}, '→ ', place(T[change[6]], true))),
      make('td', {}, ...change[8].slice(0, 4).flatMap(name => [make('button', {class: 'link', onclick: () => {
        const action = afterByName.get(T[name]) || beforeByName.get(T[name]);
        if (action) choose(action);
      }}, T[name]), make('br')]), change[8].length > 4 ? (change[8].length - 4) + ' more' : ''));
    const head = ['severity', 'change', 'where', D.before.name + ' → ' + D.library.name, 'actions'];
    $('view-changes').replaceChildren(
      make('h2', {}, `From ${D.before.name} to ${D.library.name}`),
      make('div', {class: 'filters'}, ...buttons),
      wanted.length ? make('table', {}, make('thead', {}, make('tr', {}, ...head.map(text => make('th', {scope: 'col'}, text)))),
        make('tbody', {}, ...wanted.slice(0, 600).map(line))) : make('p', {}, 'No change.'),
      wanted.length > 600 ? make('p', {class: 'soft'}, (wanted.length - 600) + ' more: choose a severity or an action.') : '');
  }

  // ---- about ------------------------------------------------------------------------------------------------------------------------------
  function drawAbout() {
    const library = which => [make('h3', {}, 'Library ' + which.name),
      make('table', {}, make('tbody', {}, ...which.components.map(c =>
        make('tr', {}, make('th', {scope: 'row'}, c[0]), make('td', {}, c[1]), make('td', {}, c[2]), make('td', {}, make('code', {}, c[3].slice(0, 16))))))),
      make('p', {class: 'soft'}, `${which.files} files read, ${which.unparsed} not or not whole; ${which.calls} call sites on the way, `
        + `${Object.values(which.unresolved).reduce((a, b) => a + b, 0)} not followed. Deployment: ${which.profile}. Made by BTDetect ${which.tool}.`)];
    const keys = [['/', 'search'], ['↑ ↓', 'move in the list or the tree'], ['→ ←', 'open, close, or go to the parent'], ['*  -', 'expand, collapse all below'],
      ['n', 'next node that matches the search'], ['1 2 3 4', 'tree, overlaps, changes, about'], ['t', 'dark or light']];
    $('view-about').replaceChildren(make('h2', {}, 'About this report'),
      make('p', {}, 'Each tree shows what the sources let happen when an action is asked for, from the top down and each layer in a lane of its own.'
        + ' → children occur in order; ◇ one of them; ○ all or none; ↻ any number of times; ∥ beside what follows; ● an operation at which the tree'
        + ' ends; ? a call that could not be followed; ↑ stands for another node. Conditions are in brackets; exception paths (error), asynchronous'
        + ' parts (async) and mere reading (aux) are marked, exceptions and reading faint.'),
      ...library(D.library), ...(D.before ? library(D.before) : []),
      make('h3', {}, 'Keys'), make('dl', {}, ...keys.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)])));
  }

  // ---- views and keys ---------------------------------------------------------------------------------------------------------------------
  let view = 'tree';
  function show(name) {
    view = name;
    for (const tab of document.querySelectorAll('nav button')) {
      const on = tab.dataset.view === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      $('view-' + tab.dataset.view).hidden = !on;
    }
    if (name === 'tree') paint();
    if (name === 'overlaps') drawOverlaps();
    if (name === 'changes') drawChanges();
    if (name === 'about') drawAbout();
    remember();
  }

  function remember() {
    if (!current || !rows.length) return;
    const state = new URLSearchParams({action: current.name, node: String(rows[chosen].number), view});
    history.replaceState(null, '', '#' + state);
  }

  function theme() {
    const dark = document.documentElement.dataset.theme === 'dark'
      || !document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  }

  function keyInTree(event) {
    const row = rows[chosen], opened = open.get(row.path), children = N[row.node][CHILDREN].length;
    const moves = {
      ArrowDown: () => select(chosen + 1), ArrowUp: () => select(chosen - 1),
      ArrowRight: () => children && !opened ? toggle(chosen) : children ? select(chosen + 1) : null,
      ArrowLeft: () => opened ? toggle(chosen) : row.parent >= 0 ? select(row.parent) : null,
      Home: () => select(0), End: () => select(rows.length - 1),
      PageDown: () => select(chosen + 20), PageUp: () => select(chosen - 20),
      Enter: () => kindOf(row.node) === 'reference' ? reveal(row.number + N[row.node][DETAIL]) : toggle(chosen), ' ': () => toggle(chosen),
      '*': () => expandBelow(chosen, 1500), '-': () => collapseBelow(chosen), n: nextHit};
    if (!moves[event.key]) return;
    moves[event.key]();
    event.preventDefault();
    event.stopPropagation();
  }

  $('scroller').addEventListener('keydown', keyInTree);
  $('scroller').addEventListener('scroll', () => requestAnimationFrame(paint));
  $('actions').addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10}[event.key];
    if (step) { moveInList(step); event.preventDefault(); }
    if (event.key === 'Enter' || event.key === 'ArrowRight') { $('scroller').focus(); event.preventDefault(); }
  });
  $('search').addEventListener('input', () => { query = $('search').value; fillList(); paint(); });
  $('search').addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') { $('actions').focus(); if (!shown.includes(current)) moveInList(0); event.preventDefault(); }
    if (event.key === 'Enter' && shown.length) { choose(shown.includes(current) ? current : shown[0]); $('scroller').focus(); nextHit(); }
    if (event.key === 'Escape') { $('search').value = query = ''; fillList(); paint(); }
  });
  document.addEventListener('keydown', event => {
    if (event.target.tagName === 'INPUT' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') { $('search').focus(); $('search').select(); event.preventDefault(); }
    if (event.key === 't') theme();
    const tabs = ['tree', 'overlaps', 'changes', 'about'];
    if (/^[1-4]$/.test(event.key)) show(tabs[event.key - 1]);
  });
  document.querySelector('nav').addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key], tabs = [...document.querySelectorAll('nav button')];
    if (!step) return;
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    show(next.dataset.view);
    next.focus();
  });
  document.querySelectorAll('nav button').forEach(tab => tab.addEventListener('click', () => show(tab.dataset.view)));
  $('theme').addEventListener('click', theme);
  addEventListener('resize', () => { if (view === 'tree') paint(); });

  $('libraryName').textContent = D.library.name + (D.before ? ' against ' + D.before.name : '');
  $('tab-changes').hidden = !D.changes;
  fillList();
  const wish = new URLSearchParams(location.hash.slice(1)), known = listed.find(action => action.name === wish.get('action'));
  // Without a wish: a small tree that reaches far.
  const first = [...listed].sort((a, b) => b.layers.length - a.layers.length || a.nodes - b.nodes)[0];
  choose(known || first, known && Number(wish.get('node')) > 0 ? Number(wish.get('node')) : undefined);
  if (['overlaps', 'changes', 'about'].includes(wish.get('view'))) show(wish.get('view'));
  document.body.dataset.ready = 'true';
})();
