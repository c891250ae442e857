"""Prints what NetworkX reads from a tree: types, labels, layers and the kinds of edges."""
import sys

import networkx

tree = networkx.read_graphml(sys.argv[1])
print("directed", tree.is_directed(), "arborescence", networkx.is_arborescence(tree))
for node, data in tree.nodes(data=True):
    types = {name: type(value).__name__ for name, value in data.items() if not isinstance(value, str)}
    print(node, data["layer"], data["kind"], repr(data["label"]), types)
for source, target, data in tree.edges(data=True):
    print(source, target, data["label"], data["order"], type(data["order"]).__name__)
