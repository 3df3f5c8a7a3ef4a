// The product's own catalogues, for stories that are told in both languages and for finding words that should not be seen.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../web/src/i18n/', import.meta.url);

function read(language) {
  const files = readdirSync(new URL(language, folder)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))]));
}

const catalogues = { zh: read('zh'), en: read('en') };

/** `say('followup:form.submit')` in that language; {{placeholders}} from `values`, whose `count` also chooses the plural. */
export function speaking(language) {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const [area, path] = key.split(':');
    const find = (name) => name.split('.').reduce((entry, step) => entry?.[step], catalogues[language][area]);
    const text = find(path) ?? (values.count === undefined ? undefined : find(`${path}_${plural.select(values.count)}`));
    if (typeof text !== 'string') throw new Error(`the ${language} catalogue has no ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
  };
}

function entries(tree, path = []) {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [[[...path, name], value]] : entries(value, [...path, name])));
}

const all = Object.fromEntries(Object.keys(catalogues).map((language) => [language, entries(catalogues[language])]));

/** The first words of all keys ("form", "page", "followup" …): what a key that lost its text begins with. */
export const keyBeginnings = [...new Set(all.zh.flatMap(([path]) => [path[0], path[1]]))];

/** Texts that belong to the other language only. */
export function foreignTexts(language) {
  const own = new Set(all[language].map(([, text]) => text));
  return all[language === 'zh' ? 'en' : 'zh'].map(([, text]) => text).filter((text) => text.length > 1 && !text.includes('{{') && !own.has(text));
}
