import { duckdb } from '../../src/engines/duckdb.ts';
import { testEngine } from '../contract.ts';

testEngine('duckdb', duckdb);
