import { memory } from '../../src/engines/memory.ts';
import { testEngine } from '../contract.ts';

testEngine('memory', memory);
