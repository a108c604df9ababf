/** Aid: food, water, health and shelter items sent along the routes to people in need. */
import { quantity } from '../../scenario/fields.ts';
import { reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';

export const aidSchema = timedAction('aid').extend({
  region: reference('Region that is helped'),
  amount: quantity({ title: 'Relief sent', unit: 't/day' }, 0, 5000),
  stock: quantity({ title: 'Relief items bought for it and placed at the entry depot', unit: 't' }, 0, 1e6).default(0),
});

/** Relief a person needs: 16.7 kg a month of food and items (global relief plans), kg a day. */
const KG_PER_PERSON_DAY = 0.55;

export const aid = defineAction<'aid'>({
  kind: 'aid', lane: 'aid-partners', hasAmount: true,
  moves: { outcome: 'needReached', direction: 'more' },
  title: { en: 'Aid package', fr: 'Aide humanitaire' },
  label: (a, w) => ({ en: `Aid to ${named(w, a.region).en}`, fr: `Aide : ${named(w, a.region).fr}` }),
  describe: (a, w) => {
    const people = grouped(Math.round((a.amount * 1000) / KG_PER_PERSON_DAY / 1000) * 1000);
    const tonnes = { en: String(a.amount), fr: String(a.amount).replace('.', ',') };
    const stock = a.stock > 0 ? { en: `, with ${grouped(a.stock).en} t placed in advance`, fr: `, avec ${grouped(a.stock).fr} t placées à l’avance` } : { en: '', fr: '' };
    return { en: `Send ${tonnes.en} t of relief a day to ${named(w, a.region).en}, enough for about ${people.en} people${stock.en}`, fr: `Envoyer ${tonnes.fr} t de secours par jour vers ${named(w, a.region).fr}, de quoi aider environ ${people.fr} personnes${stock.fr}` };
  },
  check: (a, w, report) => { wantsKnown(report, '/region', 'region', a.region, w.scenario.regions); },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.region), extra: [a.stock, 0, 0] }),
});
