import { html, render } from "./htm-preact.js";

const links = document.createElement("nav");
document.getElementById("explorer").append(links);
render(html`<a href="/v1">/v1</a> <a href="/docs">/docs</a>`, links);
