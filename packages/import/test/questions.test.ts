import { expect, it } from 'vitest';
import { createQuestions } from '../src/questions.ts';

it('counts a cell once that several records of its row read', () => {
  const questions = createQuestions();
  const order = {
    column: 'Дата',
    value: null,
    question: { code: 'equal_rows' as const },
    proposals: [],
    at: ['shared', 'date', 'order'],
  };
  for (const row of [8, 8, 9, 9]) questions.ask(row, order);
  expect(questions.list()).toMatchObject([{ count: 2, rows: [8, 9] }]);
});
