"""Derives table.tsv from Twilio's two published OpenAPI files.

    python3 derive.py twilio_conversations_v1.json twilio_api_v2010.json

Both files are of https://github.com/twilio/twilio-oai, folder spec/json. The table holds what this project covers: all of
Conversations v1 but push credentials, push bindings and push notifications; Messages, Media and Feedback of the API of 2010,
its IncomingPhoneNumbers but buying and releasing them, and reading the account.

Rows: operation, what the row is (operation, parameter or field), name, place, type, notes.
- operation: the method, the path, the status of success, the schema of the answer
- parameter: its name, where it goes (path, query, header, form), its type, `required` and `repeated`
- field: its name in the answer (`list[].name` in lists), its schema, its type, `nullable`
Where the schema says little, the vendor's own examples say more: `like:null|object` is the types that they show, and
`uri-map:messages|participants` the links that all of them have.
"""

import hashlib
import json
import os
import sys

LEFT_OUT = ["/Credentials", "/Bindings", "/Configuration/Notifications"]
HEADER = ["operation", "row", "name", "place", "type", "notes"]


ACCOUNTS = "/2010-04-01/Accounts/"
ALSO = {
    ACCOUNTS + "{Sid}.json": ["get"],
    ACCOUNTS + "{AccountSid}/IncomingPhoneNumbers.json": ["get"],
    ACCOUNTS + "{AccountSid}/IncomingPhoneNumbers/{Sid}.json": ["get", "post"],
}


def in_scope(path, method):
    if path.startswith("/v1/"):
        return not any(part in path for part in LEFT_OUT)
    if "/Messages.json" in path or "/Messages/{" in path:
        return True
    return method in ALSO.get(path, [])


class Specification:
    def __init__(self, path):
        with open(path, "rb") as file:
            content = file.read()
        self.name = os.path.basename(path)
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.document = json.loads(content)

    def resolve(self, schema):
        while "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def operations(self):
        for path, item in sorted(self.document["paths"].items()):
            for method in ("get", "post", "delete"):
                if method in item and in_scope(path, method):
                    yield path, method, item[method]

    def type_of(self, schema, examples=()):
        schema = self.resolve(schema)
        if "enum" in schema:
            return "enum:" + "|".join(str(value) for value in schema["enum"])
        kind, pattern = schema.get("type"), schema.get("pattern", "")
        if kind == "array":
            return "array:" + self.type_of(schema["items"], [one for list_ in examples for one in list_ or []])
        if kind is None:
            return "like:" + "|".join(sorted({json_type(example) for example in examples}))
        if pattern.endswith("[0-9a-fA-F]{32}$"):
            return "sid:" + pattern[1:].removesuffix("[0-9a-fA-F]{32}$").strip("()")
        if kind == "integer" and "maximum" in schema:
            return f"integer:{schema['minimum']}..{schema['maximum']}"
        if schema.get("format") == "uri-map":
            return "uri-map:" + "|".join(sorted(set.intersection(*(set(one or {}) for one in examples)) if examples else []))
        known = {"date-time", "date-time-rfc-2822", "uri", "phone-number", "currency"}
        return schema["format"] if schema.get("format") in known else kind


def json_type(value):
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    return names.get(type(value), "null")


def parameters(spec, operation):
    for parameter in operation.get("parameters", []):
        schema = parameter["schema"]
        yield parameter["name"], parameter["in"], schema, parameter.get("required", False)
    for content_type, content in operation.get("requestBody", {}).get("content", {}).items():
        assert content_type == "application/x-www-form-urlencoded", content_type
        form = spec.resolve(content["schema"])
        for name, schema in form["properties"].items():
            yield name, "form", schema, name in form.get("required", [])


def parameter_row(spec, name, place, schema, required):
    resolved = spec.resolve(schema)
    repeated = resolved.get("type") == "array"
    kind = spec.type_of(resolved["items"] if repeated else schema)
    notes = [note for note, holds in [("required", required), ("repeated", repeated)] if holds]
    return [name, place, kind, ",".join(notes)]


def fields(spec, schema, examples, schema_name, prefix=""):
    """Every field of an answer, those of lists and of `meta` included."""
    for name, inner in spec.resolve(schema).get("properties", {}).items():
        seen = [example[name] for example in examples if isinstance(example, dict) and name in example]
        resolved = spec.resolve(inner)
        items = resolved.get("items", {}).get("$ref")
        nullable = "nullable" if resolved.get("nullable") else ""
        if items:
            yield [prefix + name, schema_name, "array:object", nullable]
            inner_examples = [one for list_ in seen for one in list_]
            yield from fields(spec, resolved["items"], inner_examples, items.rsplit(".", 1)[1], f"{prefix}{name}[].")
        elif "properties" in resolved:
            yield [prefix + name, schema_name, "object", nullable]
            yield from fields(spec, resolved, seen, schema_name, f"{prefix}{name}.")
        else:
            yield [prefix + name, schema_name, spec.type_of(inner, seen), nullable]


def answer(spec, operation):
    """The status of success (one of several), the schema and the vendor's own examples."""
    good = {status: answer for status, answer in operation["responses"].items() if status.startswith("2")}
    contents = [answer["content"]["application/json"] for answer in good.values() if "content" in answer]
    status = "|".join(sorted(good))
    if not contents:
        return status, "", {}, []
    content = contents[0]
    assert all(other["schema"] == content["schema"] for other in contents), "one schema for every success"
    examples = [example["value"] for one in contents for example in one.get("examples", {}).values()]
    name = content["schema"].get("$ref", "list").rsplit("/", 1)[-1].rsplit(".", 1)[-1]
    return status, name, content["schema"], examples


def rows_of(spec):
    for path, method, operation in spec.operations():
        name = operation["operationId"]
        status, schema_name, schema, examples = answer(spec, operation)
        yield [name, "operation", path, method.upper(), status, schema_name]
        for parameter in parameters(spec, operation):
            yield [name, "parameter", *parameter_row(spec, *parameter)]
        for field in fields(spec, schema, examples, schema_name):
            yield [name, "field", *field]


def main():
    specifications = [Specification(path) for path in sys.argv[1:]]
    lines, counts, totals = [], [], []
    for spec in specifications:
        rows = list(rows_of(spec))
        per_operation = {}
        for row in rows:
            count = per_operation.setdefault(row[0], {"operation": 0, "parameter": 0, "field": 0})
            count[row[1]] += 1
        for name, count in per_operation.items():
            assert count["operation"] == 1, f"{name} is there twice"
            counts.append(f"#count\t{name}\t{count['parameter']}\t{count['field']}")
        total = [str(sum(count[kind] for count in per_operation.values())) for kind in ("operation", "parameter", "field")]
        totals.append("\t".join(["#source", spec.name, spec.sha256, *total]))
        lines += ["\t".join(row) for row in rows]
    body = "\n".join(lines) + "\n"
    header = ["#" + "\t".join(HEADER), *totals, *counts, "#rows\t" + hashlib.sha256(body.encode()).hexdigest()]
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "table.tsv")
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(header) + "\n" + body)
    print("\n".join(totals))


if __name__ == "__main__":
    main()
