"""Asks with Python's standard library alone: python3 python.py [http://localhost:4000]"""

import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

URL = (sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4000") + "/graphql"
QUESTION = Path(__file__).with_name("question.graphql").read_text(encoding="utf-8")


def ask(query: str, variables: dict) -> dict:
    """The answer's data. A refusal has a code in errors[0].extensions, whatever the HTTP status."""
    request = urllib.request.Request(
        URL,
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={"content-type": "application/json", "accept": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    if answer.get("errors"):
        first = answer["errors"][0]
        raise SystemExit(f"{first['extensions']['code']}: {first['message']}")
    return answer["data"]


for known_at in ("2025-08-25", "2025-09-05"):
    state = ask(QUESTION, {"date": "2025-08-20", "knownAt": known_at})["stateAsOf"]
    for edge in state["readings"]["edges"]:
        reading = edge["node"]
        value = reading["value"]
        print(f"2025-08-20 known {known_at}: {reading['status']} {value['ratePercent']} % {value['rateBasis']} by {reading['decidedBy']['id']}")
