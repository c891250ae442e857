"""Prints, for each action of a merged graph, the libvirt operations that NetworkX finds a path of that action to."""
import sys

import networkx

read = networkx.read_gexf if sys.argv[1].endswith(".gexf") else networkx.read_graphml
graph = read(sys.argv[1])
assert graph.is_directed()
assert all(data["label"] and data["kind"] and data["layer"] for _, data in graph.nodes(data=True))
assert all(isinstance(data.get("line", 1), int) for _, data in graph.nodes(data=True))
for root, data in sorted(graph.nodes(data=True), key=lambda item: item[1]["label"]):
    if data["kind"] != "action":
        continue
    name = data["label"]
    edges = [(a, b) for a, b, edge in graph.edges(data=True) if name in edge["actions"].split(" ")]
    below = networkx.descendants(graph.edge_subgraph(edges), root) if edges else set()
    labels = {graph.nodes[node]["label"] for node in below if graph.nodes[node]["layer"] == "libvirt"}
    print(name, *sorted(label for label in labels if label.startswith("vir")))
