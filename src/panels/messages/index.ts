/** All messages: one file a part, each with the same keys in both languages. */
import { dialogs } from './dialogs.ts';
import { inspector } from './inspector.ts';
import { map } from './map.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import type { Language } from '../../scenario/localize.ts';

const en = { ...shell.en, ...map.en, ...timeline.en, ...inspector.en, ...dialogs.en };
const fr: Record<keyof typeof en, string> = { ...shell.fr, ...map.fr, ...timeline.fr, ...inspector.fr, ...dialogs.fr };

export type TextKey = keyof typeof en;
export const MESSAGES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, fr };
