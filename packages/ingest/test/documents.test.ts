import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { documentFormatOf } from '../src/documents/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'article21-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const format = documentFormatOf(path);
  if (format === null) throw new Error(`no format for ${name}`);
  const found = await format.read(path);
  return 'text' in found ? found.text : `${found.problem.message}; ${found.problem.hint}`;
}

const docx = (body: string, prologue = '') =>
  zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${prologue}<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>${body}</w:body></w:document>`,
    ),
  });

/** A PDF of one page, a line for each text. */
function pdf(lines: readonly string[]): Uint8Array {
  const stream = `BT /F1 12 Tf 14 TL 50 700 Td ${lines.map((it) => `(${it}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((it, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${it}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const end = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((it) => `${it} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF`;
  return strToU8(file);
}

it('reads text in the encodings that people have', async () => {
  expect(await read('a.txt', 'Задержаны 😀\n')).toBe('Задержаны 😀\n');
  const cyrillic = new Uint8Array([0xe7, 0xe0, 0xe4, 0xe5, 0xf0, 0xe6, 0xe0, 0xed, 0xfb]);
  expect(await read('b.txt', cyrillic)).toBe('задержаны');
  expect(await read('c.txt', new Uint8Array([0, 1, 2, 0]))).toBe(
    'the file is no text; save the document as text, or as DOCX',
  );
});

it('reads of a page what is seen of its article', async () => {
  const page = `<!doctype html><html><head><title>No</title><style>p{}</style></head><body><nav>Menu</nav>
    <article><h1>Title</h1><p>Ten  people\n were <b>detained</b>.<br>Here.</p><p hidden>No</p><script>no()</script>
    <ul><li>One</li><li>Two</li></ul></article><footer>Foot</footer></body></html>`;
  expect(await read('a.html', page)).toBe('Title\n\nTen people were detained.\nHere.\n\nOne\n\nTwo');
  const named = new Uint8Array([...strToU8('<meta charset="windows-1251"><p>'), 0xdf]);
  expect(await read('b.htm', named)).toBe('Я');
  expect(await read('c.html', '<script>1</script>')).toContain('the page has no words');
});

it('reads of a document of Word what stands when all changes are taken', async () => {
  const body = `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Ten people </w:t></w:r><w:ins><w:r><w:t>were</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:tab/><w:t>detained &amp; fined.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>In</w:t><w:br/><w:t>Almaty.</w:t></w:r></w:p>`;
  expect(await read('a.docx', docx(body))).toBe('Ten people were detained & fined.\n\nIn\nAlmaty.');
});

it('refuses a document that would grow, is damaged or is none, in one sentence', async () => {
  const bomb = docx('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', '<!DOCTYPE a [<!ENTITY a "aaaa">]>');
  expect(await read('bomb.docx', bomb)).toContain('the document is damaged: ');
  expect(await read('half.docx', docx('<w:p>').subarray(0, 60))).toContain('the file is damaged');
  expect(await read('other.docx', zipSync({ 'a.txt': strToU8('a') }))).toContain('no document of Word');
  expect(await read('a.pdf', 'no')).toContain('the PDF cannot be read: ');
  expect(await read('b.pdf', pdf(['']))).toContain('the PDF has no text, only pictures of it');
  expect(documentFormatOf('a.doc')).toBeNull();
});

it('reads the text of a PDF, and puts the lines of a paragraph together', async () => {
  const lines = [
    'On 28 April ten people were de-',
    'tained in the city of Almaty.',
    'No.',
    'Nobody was fined in Astana.',
  ];
  expect(await read('c.pdf', pdf(lines))).toBe(
    'On 28 April ten people were detained in the city of Almaty. No.\n\nNobody was fined in Astana.',
  );
});
