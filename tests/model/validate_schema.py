# SPDX-FileCopyrightText: 2026 The Redoubt authors
# SPDX-License-Identifier: Apache-2.0
"""validate_schema.py SCHEMA DESIGN...: prints one line for each mismatch; independent of Redoubt's own reader."""
import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2's core types: `yes`, `off` and dates are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.split(":")[-1] not in ("bool", "timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        design = json.load(file) if path.endswith(".json") else yaml.load(file, Loader)
    for error in validator.iter_errors(design):
        place = "/".join(str(part) for part in error.absolute_path)
        print(f"{path}: {place}: {error.message}")
