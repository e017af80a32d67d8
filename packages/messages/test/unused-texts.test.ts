import type { languageFolder, LanguageTexts as Texts } from '@article21/languages';
import { expectTypeOf, it } from 'vitest';
import type { FaultTexts } from '../src/importing.ts';
import type { LanguageTexts } from '../src/texts.ts';

// What is missing is an error of `src`; what is left over, of this file.
it('there are no words for what the model does not have', () => {
  expectTypeOf<keyof Texts['measure']>().toEqualTypeOf<keyof LanguageTexts['measure']>();
  expectTypeOf<keyof Texts['kind']>().toEqualTypeOf<keyof LanguageTexts['kind']>();
  expectTypeOf<keyof Texts['phase']>().toEqualTypeOf<keyof LanguageTexts['phase']>();
  expectTypeOf<keyof Texts['basis']>().toEqualTypeOf<keyof LanguageTexts['basis']>();
  expectTypeOf<keyof Texts['step']>().toEqualTypeOf<keyof LanguageTexts['step']>();
  expectTypeOf<keyof Texts['placeKind']>().toEqualTypeOf<keyof LanguageTexts['placeKind']>();
  expectTypeOf<keyof Texts['visibility']>().toEqualTypeOf<keyof LanguageTexts['visibility']>();
  type Faults = NonNullable<Awaited<ReturnType<ReturnType<typeof languageFolder>['faults']>>['faults']>;
  expectTypeOf<keyof Faults['findings']>().toEqualTypeOf<keyof FaultTexts['findings']>();
  expectTypeOf<keyof Faults['problems']>().toEqualTypeOf<keyof FaultTexts['problems']>();
});
