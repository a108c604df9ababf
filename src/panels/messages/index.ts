/** All messages: one file a part, each with the same keys in both languages. */
import { boards } from './boards.ts';
import { compare } from './compare.ts';
import { dialogs } from './dialogs.ts';
import { inspector } from './inspector.ts';
import { logistics } from './logistics.ts';
import { map } from './map.ts';
import { parties } from './parties.ts';
import { peace } from './peace.ts';
import { politics } from './politics.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import type { Language } from '../../scenario/localize.ts';

const en = { ...shell.en, ...map.en, ...timeline.en, ...inspector.en, ...dialogs.en, ...politics.en, ...peace.en, ...compare.en, ...logistics.en, ...boards.en, ...parties.en };
const fr: Record<keyof typeof en, string> = { ...shell.fr, ...map.fr, ...timeline.fr, ...inspector.fr, ...dialogs.fr, ...politics.fr, ...peace.fr, ...compare.fr, ...logistics.fr, ...boards.fr, ...parties.fr };

export type TextKey = keyof typeof en;
export const MESSAGES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, fr };
