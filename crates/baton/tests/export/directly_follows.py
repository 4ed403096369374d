# Reads an event log as a process-mining tool does and writes what follows what, and how often, as JSON.
# Equal neighbours of a trace are one station.
import json
import sys

from pm4py.algo.discovery.dfg import algorithm as dfg_discovery
from pm4py.objects.log.importer.xes import importer
from pm4py.objects.log.obj import EventLog, Trace

source, into = sys.argv[1:]
paths = EventLog()
for trace in importer.apply(source, parameters={"show_progress_bar": False}):
    path = Trace(attributes=trace.attributes)
    for event in trace:
        if len(path) == 0 or path[-1]["concept:name"] != event["concept:name"]:
            path.append(event)
    paths.append(path)
edges = [[*edge, count] for edge, count in dfg_discovery.apply(paths).items()]
with open(into, "w") as file:
    json.dump({"traces": len(paths), "edges": edges}, file)
