/** Names of entities for people, in the language that `--labels` asks for. */
import type { EntityFigures } from '../analysis/entities.ts';
import type { Rank } from '../entities/mention.ts';
import type { Gazetteer, Label } from '../lexicon/gazetteer.ts';
import { loadOfficeLabels } from '../lexicon/office-labels.ts';
import type { Options } from './options.ts';

type Language = Options['labels'];

function chosen(label: Label, language: Language): string {
  if (language === 'both') return `${label.ar} (${label.en})`;
  return label[language];
}

/** A label in the language asked for; undefined for no label. */
export function labelIn(label: Label | undefined, language: Language): string | undefined {
  return label && chosen(label, language);
}

/** Ranks below that of the minister, as they stand before his office. */
const RANKS: Readonly<Record<Rank, Readonly<Record<'ar' | 'en', string>>>> = {
  minister: { ar: '', en: '' },
  'state-minister': { ar: '', en: 'state ' },
  deputy: { ar: 'نائب ', en: 'deputy ' },
  'under-secretary': { ar: 'وكيل ', en: 'under-secretary, ' },
  assistant: { ar: 'مساعد ', en: 'assistant ' },
};

function rankedOffice(entity: EntityFigures, language: 'ar' | 'en', names: ReadonlyMap<string, string>): string {
  const rank = RANKS[entity.rank ?? 'minister'][language];
  const office = officeName(entity.office ?? 'other', language, names);
  // «وزير الدولة للخارجية»
  if (entity.rank !== 'state-minister' || language === 'en' || !office.startsWith('وزير ال')) return rank + office;
  return office.replace('وزير ال', 'وزير الدولة لل');
}

function officeName(office: string, language: 'ar' | 'en', names: ReadonlyMap<string, string>): string {
  if (office === 'prime') return language === 'ar' ? 'رئيس الوزراء' : 'head of government';
  const name = names.get(office);
  if (language === 'ar' && name !== undefined) return `وزير ${name}`;
  if (language === 'ar' && office === 'other:state') return 'وزير دولة';
  if (language === 'ar' && office === 'other') return 'وزير';
  if (language === 'ar') return `وزير (${office.replace(/^other:/u, '')})`;
  if (office === 'other') return 'minister';
  return office.startsWith('other:') ? `minister of ${office.slice(6).replaceAll('-', ' ')}` : `${office} minister`;
}

/** Gives the label of an entity's row. */
export function entityLabels(gazetteer: Gazetteer, language: Language): (entity: EntityFigures) => string {
  const names = loadOfficeLabels();
  const minister = (entity: EntityFigures, of: 'ar' | 'en'): string => {
    const person = entity.id === null ? undefined : gazetteer.persons.get(entity.id);
    const country = entity.country ? gazetteer.countries.get(entity.country) : undefined;
    const office = entity.office === undefined ? undefined : rankedOffice(entity, of, names);
    return [person?.[of] ?? entity.person, office, country?.[of]]
      .filter(part => part !== undefined)
      .join(of === 'ar' ? '، ' : ', ');
  };
  return entity => {
    if (entity.type === 'minister') {
      return language === 'both' ? `${minister(entity, 'ar')} (${minister(entity, 'en')})` : minister(entity, language);
    }
    const id = entity.id ?? '';
    const label =
      entity.type === 'country'
        ? gazetteer.countries.get(id)
        : entity.type === 'alliance'
          ? gazetteer.alliances.get(id)
          : gazetteer.others.get(`${entity.type}:${id}`);
    return label ? chosen(label, language) : id;
  };
}
