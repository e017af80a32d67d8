import { type FileHandle, open } from 'node:fs/promises';
import fc from 'fast-check';

// Nobody asks for the smallest case in which a fault is noticed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

// Nobody waits for the disk thousands of times: that files are synced is asked of the program, not of the machine.
const file = await open(import.meta.filename, 'r');
const handles = Object.getPrototypeOf(file) as FileHandle;
handles.sync = async () => {};
await file.close();
