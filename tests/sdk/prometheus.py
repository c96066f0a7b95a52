"""Parses a page of metrics with the official client's parser; prints every sample as a line of JSON."""

import json
import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics
from prometheus_client.parser import text_string_to_metric_families as prometheus

path, kind = sys.argv[1:3]
with open(path, encoding="utf-8") as page:
    text = page.read()
families = list((open_metrics if kind == "open" else prometheus)(text))
assert families, "an empty page"
for family in families:
    assert family.documentation, f"{family.name} has no help"
    assert family.type != "unknown", f"{family.name} has no type"
    for sample in family.samples:
        print(json.dumps({"name": sample.name, "labels": sample.labels, "value": sample.value}))
