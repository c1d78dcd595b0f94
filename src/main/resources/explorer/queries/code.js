// Cypher in the colours of its words, to be read or written.
import { html, useEffect, useRef, useState } from '../lib.js';

const TYPE = 'application/x-cypher-query';
let library;

/** The editor is loaded when it is first needed. */
function load() {
  library ??= (async () => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL('../codemirror.css', import.meta.url);
    const styled = new Promise((resolve) => { style.onload = style.onerror = resolve; });
    document.head.append(style);
    await import('../codemirror.js');
    await import('../codemirror-cypher.js');
    await styled;
    return globalThis.CodeMirror;
  })();
  return library;
}

/** Tab indents; after Esc it leaves, as keyboard users need. */
function keys(editor, free) {
  editor.setOption('extraKeys', {
    'Ctrl-Enter': () => editor.run?.(),
    'Cmd-Enter': () => editor.run?.(),
    Esc: () => keys(editor, true),
    Tab: free ? false : () => editor.execCommand(editor.somethingSelected() ? 'indentMore' : 'insertSoftTab'),
    'Shift-Tab': free ? false : 'indentLess',
  });
}

/**
 * Cypher.
 *
 * @param arrived is another number whenever the text has not come of writing here
 * @param label what it is, read out by screen readers
 * @param onInput makes it an editor; is given the text
 * @param onRun is called by Ctrl+Enter
 * @param mark `{line, column}` of an error, both from 1
 */
export function Code({ text, arrived, label, onInput, onRun, mark, describedBy }) {
  const place = useRef();
  const editor = useRef();
  const told = useRef();
  const latest = useRef();
  const [failed, setFailed] = useState(false);
  told.current = onInput;
  latest.current = text;
  useEffect(() => {
    let wanted = true;
    load().then((CodeMirror) => {
      if (!wanted || !place.current) return;
      place.current.replaceChildren();
      const made = CodeMirror(place.current, {
        value: latest.current, mode: TYPE, theme: 'explorer', lineWrapping: true, lineNumbers: Boolean(onInput), readOnly: !onInput,
        viewportMargin: Infinity, indentUnit: 2, tabSize: 2, screenReaderLabel: label,
      });
      const field = made.getInputField();
      field.setAttribute('aria-label', label);
      if (describedBy) field.setAttribute('aria-describedby', describedBy);
      if (onInput) {
        keys(made, false);
        // What comes from outside is known there.
        made.on('change', (_, { origin }) => origin !== 'setValue' && told.current(made.getValue()));
        made.on('blur', () => keys(made, false));
      } else {
        made.setOption('extraKeys', { Tab: false, 'Shift-Tab': false });
      }
      editor.current = made;
      made.run = place.current.run;
    }).catch(() => wanted && setFailed(true));
    return () => { wanted = false; editor.current = null; };
  }, []);
  useEffect(() => {
    if (place.current) place.current.run = onRun;
    if (editor.current) editor.current.run = onRun;
  }, [onRun]);
  useEffect(() => {
    if (editor.current && editor.current.getValue() !== text) editor.current.setValue(text);
  }, [arrived]);
  useEffect(() => {
    const made = editor.current;
    if (!made || !mark?.line) return undefined;
    const [line, from] = [mark.line - 1, (mark.column ?? 1) - 1];
    const word = /^\S+/.exec(made.getLine(line)?.slice(from) ?? '')?.[0] ?? ' ';
    const marked = made.markText({ line, ch: from }, { line, ch: from + word.length }, { className: 'cm-mistake' });
    made.addLineClass(line, 'wrap', 'cm-mistaken');
    made.setCursor({ line, ch: from });
    return () => {
      marked.clear();
      made.removeLineClass(line, 'wrap', 'cm-mistaken');
    };
  }, [mark]);
  if (failed && onInput) return html`<textarea class="plain-code" aria-label=${label} rows="12" value=${text} onInput=${(event) => onInput(event.target.value)} />`;
  return html`<div class=${onInput ? 'code editor' : 'code'} ref=${place}><pre>${failed ? text : ''}</pre></div>`;
}
