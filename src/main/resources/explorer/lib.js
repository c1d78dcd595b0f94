// The libraries, under the names the other modules use. d3 comes as one script that sets a global; it is named here only.
import './d3.js';

export const d3 = globalThis.d3;
export {
  html, render, createContext, useCallback, useContext, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef,
  useState,
} from './htm-preact.js';
