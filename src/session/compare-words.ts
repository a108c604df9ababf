/** Clauses of the Compare screen: what happens less or more often, as it stands in "In 88 of 100 futures … with A than with B". */
import type { Language } from '../scenario/localize.ts';
import type { OutcomeName } from '../scenario/schema.ts';

type Clauses = Readonly<Record<OutcomeName, Readonly<Record<'less' | 'more', Readonly<Record<Language, string>>>>>>;

export const OUTCOME_CLAUSES: Clauses = {
  civiliansKilled: { less: { en: 'fewer civilians are killed', fr: 'moins de civils sont tués' }, more: { en: 'more civilians are killed', fr: 'plus de civils sont tués' } },
  allDeaths: { less: { en: 'fewer people die', fr: 'moins de personnes meurent' }, more: { en: 'more people die', fr: 'plus de personnes meurent' } },
  peakDisplaced: { less: { en: 'fewer people are displaced at peak', fr: 'moins de personnes sont déplacées au plus fort' }, more: { en: 'more people are displaced at peak', fr: 'plus de personnes sont déplacées au plus fort' } },
  displacedPersonDays: { less: { en: 'displacement adds up to less', fr: 'le déplacement cumulé est moindre' }, more: { en: 'displacement adds up to more', fr: 'le déplacement cumulé est plus grand' } },
  refugees: { less: { en: 'fewer people flee abroad', fr: 'moins de personnes fuient à l’étranger' }, more: { en: 'more people flee abroad', fr: 'plus de personnes fuient à l’étranger' } },
  needReached: { less: { en: 'less need is reached', fr: 'moins de besoins sont couverts' }, more: { en: 'more need is reached', fr: 'plus de besoins sont couverts' } },
  missionDeaths: { less: { en: 'the mission loses fewer people', fr: 'la mission perd moins de personnes' }, more: { en: 'the mission loses more people', fr: 'la mission perd plus de personnes' } },
  cost: { less: { en: 'less is spent', fr: 'les dépenses sont moindres' }, more: { en: 'more is spent', fr: 'les dépenses sont plus grandes' } },
  regionDaysWithoutPresence: { less: { en: 'regions are without presence on fewer days', fr: 'les régions restent moins longtemps sans présence' }, more: { en: 'regions are without presence on more days', fr: 'les régions restent plus longtemps sans présence' } },
  daysToFirstEffect: { less: { en: 'the first effect comes sooner', fr: 'le premier effet vient plus tôt' }, more: { en: 'the first effect comes later', fr: 'le premier effet vient plus tard' } },
  daysToFullEffect: { less: { en: 'full effect comes sooner', fr: 'le plein effet vient plus tôt' }, more: { en: 'full effect comes later', fr: 'le plein effet vient plus tard' } },
  daysToAlert: { less: { en: 'the alert comes sooner', fr: 'l’alerte vient plus tôt' }, more: { en: 'the alert comes later', fr: 'l’alerte vient plus tard' } },
  daysToMandate: { less: { en: 'the mandate comes sooner', fr: 'le mandat vient plus tôt' }, more: { en: 'the mandate comes later', fr: 'le mandat vient plus tard' } },
  daysLost: { less: { en: 'fewer days are lost between alert and effect', fr: 'moins de jours sont perdus entre l’alerte et l’effet' }, more: { en: 'more days are lost between alert and effect', fr: 'plus de jours sont perdus entre l’alerte et l’effet' } },
  meanConsent: { less: { en: 'the host consents to less', fr: 'l’hôte consent moins' }, more: { en: 'the host consents to more', fr: 'l’hôte consent davantage' } },
  massAtrocity: { less: { en: 'mass atrocity is avoided', fr: 'l’atrocité de masse est évitée' }, more: { en: 'mass atrocity happens', fr: 'l’atrocité de masse se produit' } },
};
