// Reads the graphs of a folder with the libraries they are written for, and says as JSON what each of them found.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import cytoscape from "cytoscape";
import Graph from "graphology";
import gexf from "graphology-gexf";
import { forceSimulation, forceLink, forceManyBody } from "d3-force";
import { check } from "@placemarkio/check-geojson";

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), "utf8");
const json = (name) => JSON.parse(text(name));
const found = {};

const cy = cytoscape({ headless: true, layout: { name: "preset" }, ...json("graph.cytoscape") });
found.cytoscape = {
  nodes: cy.nodes().length,
  edges: cy.edges().length,
  // Of the preset layout: what the server computed is where the nodes are.
  placed: cy.nodes().filter((node) => node.position("x") === node.data("x") && node.position("y") === -node.data("y")).length,
  degree: Object.fromEntries(cy.nodes().map((node) => [node.id(), node.degree(true)])),
};

const graph = Graph.from(json("graph.graphology"));
found.graphology = {
  nodes: graph.order,
  edges: graph.size,
  placed: graph.filterNodes((key, at) => Number.isFinite(at.x) && Number.isFinite(at.y) && at.label.length > 0).length,
  degree: Object.fromEntries(graph.mapNodes((key) => [key, graph.degree(key)])),
};

const d3 = json("graph.d3");
const links = forceLink(d3.links).id((node) => node.id);
forceSimulation(d3.nodes).force("link", links).force("charge", forceManyBody()).stop().tick(10);
found.d3 = {
  nodes: d3.nodes.length,
  edges: links.links().length,
  placed: d3.nodes.filter((node) => Number.isFinite(node.x) && Number.isFinite(node.y)).length,
  degree: Object.fromEntries(
    d3.nodes.map((node) => [node.id, d3.links.filter((l) => l.source === node || l.target === node).length])),
};

// Throws if it is not as RFC 7946 wants it.
const map = check(text("graph.geojson"));
found.geojson = {
  nodes: map.features.filter((feature) => feature.geometry.type === "Point").length,
  edges: map.features.filter((feature) => feature.geometry.type === "LineString").length,
};

const read = gexf.parse(Graph, text("graph.gexf"), { allowUndeclaredAttributes: false });
found.gexf = {
  nodes: read.order,
  edges: read.size,
  placed: read.filterNodes((key, at) => at.x === graph.getNodeAttribute(key, "x") && at.y === graph.getNodeAttribute(key, "y")).length,
  degree: Object.fromEntries(read.mapNodes((key) => [key, read.degree(key)])),
};

console.log(JSON.stringify(found));
