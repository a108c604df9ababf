/** Loaded words and calmer ones, by language: groups are named by place, livelihood or conduct, harm is named plainly. */
export interface LoadedWord {
  readonly pattern: RegExp;
  readonly instead: string;
}

export const LOADED_WORDS: Readonly<Record<'en' | 'fr', readonly LoadedWord[]>> = {
  en: [
    { pattern: /\btrib(?:e|es|al|alism)\b/i, instead: 'name the community, place or livelihood' },
    { pattern: /\bsavage(?:s|ry)?\b|\bbarbar(?:ic|ian|ians|ous)\b|\bprimitive\b/i, instead: 'describe the conduct' },
    { pattern: /\bislamists?\b|\bjihadis?t?s?\b/i, instead: 'name the organisation, or "armed group"' },
    { pattern: /\bterrorists?\b/i, instead: '"armed group", with its conduct' },
    { pattern: /\bancient hatreds?\b|\bage-old (?:hatred|enmity)/i, instead: 'say what is disputed now' },
    { pattern: /\bcollateral(?: damage)?\b/i, instead: '"civilians harmed"' },
    { pattern: /\bsurgical(?:ly)?\b|\bneutrali[sz](?:e|ed|ing)\b/i, instead: 'say what was done' },
    { pattern: /\bhordes?\b|\bswarms?\b|\bflood of (?:refugees|migrants|people)/i, instead: '"people arriving", with a number' },
    { pattern: /\bwarlords?\b|\bbandits?\b|\bthugs?\b/i, instead: '"armed group" or "its commander"' },
    { pattern: /\bethnic (?:cleansing|hatred|strife)\b/i, instead: 'say who was driven from where' },
    { pattern: /\bhostiles\b|\benem(?:y|ies)\b/i, instead: '"party", named' },
    { pattern: /\blives saved\b|\bkill count\b|\bbody count\b/i, instead: '"people harmed", with a range' },
  ],
  fr: [
    { pattern: /(?<!\p{L})trib(?:u|us|al|ale|aux|ales|alisme)(?!\p{L})/iu, instead: 'nommer la communauté, le lieu ou le moyen d’existence' },
    { pattern: /(?<!\p{L})(?:sauvages?|sauvagerie|barbares?|barbarie|primitifs?)(?!\p{L})/iu, instead: 'décrire la conduite' },
    { pattern: /(?<!\p{L})(?:islamistes?|djihadistes?)(?!\p{L})/iu, instead: 'nommer l’organisation, ou « groupe armé »' },
    { pattern: /(?<!\p{L})terroristes?(?!\p{L})/iu, instead: '« groupe armé », avec sa conduite' },
    { pattern: /(?<!\p{L})haines? (?:ancestrales?|séculaires?)(?!\p{L})/iu, instead: 'dire ce qui est disputé aujourd’hui' },
    { pattern: /(?<!\p{L})(?:dommages? collatéraux|dommage collatéral|collatéraux)(?!\p{L})/iu, instead: '« civils touchés »' },
    { pattern: /(?<!\p{L})(?:frappes? chirurgicales?|neutralis(?:er|é|ée|és|ées))(?!\p{L})/iu, instead: 'dire ce qui a été fait' },
    { pattern: /(?<!\p{L})(?:hordes?|vagues? de (?:réfugiés|migrants))(?!\p{L})/iu, instead: '« personnes arrivant », avec un nombre' },
    { pattern: /(?<!\p{L})(?:seigneurs? de (?:la )?guerre|bandits?|voyous?)(?!\p{L})/iu, instead: '« groupe armé » ou « son commandant »' },
    { pattern: /(?<!\p{L})(?:nettoyage ethnique|haine ethnique)(?!\p{L})/iu, instead: 'dire qui a été chassé et d’où' },
    { pattern: /(?<!\p{L})ennemie?s?(?!\p{L})/iu, instead: '« partie », nommée' },
    { pattern: /(?<!\p{L})vies sauvées(?!\p{L})/iu, instead: '« personnes touchées », avec une fourchette' },
  ],
};
