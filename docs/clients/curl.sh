#!/bin/sh
# Asks with curl and prints the answers as JSON, one a line: sh curl.sh [http://localhost:4000]
set -eu
url="${1:-http://localhost:4000}/graphql"
folder=$(dirname "$0")
# A GraphQL document has no line break that matters: as one line, with its quotes escaped, it is a JSON string.
query=$(tr '\n' ' ' <"$folder/question.graphql" | sed 's/"/\\"/g')
for known_at in 2025-08-25 2025-09-05; do
  curl --silent --show-error --fail-with-body --max-time 10 "$url" \
    --header 'content-type: application/json' \
    --data "{\"query\":\"$query\",\"variables\":{\"date\":\"2025-08-20\",\"knownAt\":\"$known_at\"}}"
done
