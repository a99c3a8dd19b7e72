#!/bin/sh
# Makes a certificate authority and one certificate per node for compose.cluster.yaml or Kubernetes.
# Usage: sh infra/kurrentdb/make-certificates.sh FOLDER [NODE ...]     nodes: kurrentdb1 kurrentdb2 kurrentdb3
# An existing authority is used again, an existing node certificate stays: to renew one, remove its folder first.
set -eu

if [ $# -eq 0 ] || [ "$1" = --help ]; then
  sed -n '2,4s/^# //p' "$0"
  [ $# -gt 0 ] && exit 0 || exit 2
fi
command -v openssl >/dev/null || { echo "openssl is not installed; install it and try again." >&2; exit 1; }

folder=$1
shift
[ $# -gt 0 ] || set -- kurrentdb1 kurrentdb2 kurrentdb3
days_of_authority=3650
days_of_node=825
umask 077
mkdir -p "$folder/authority"
chmod 700 "$folder"

if [ ! -f "$folder/authority.key" ]; then
  openssl req -x509 -newkey rsa:4096 -nodes -sha256 -days "$days_of_authority" \
    -subj "/O=policy-timeline/CN=policy-timeline log authority" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$folder/authority.key" -out "$folder/authority/ca.crt" 2>/dev/null
  echo "made the authority: $folder/authority/ca.crt (keep $folder/authority.key off the servers)"
fi

for node in "$@"; do
  if [ -f "$folder/$node/node.crt" ]; then
    echo "kept $folder/$node/node.crt"
    continue
  fi
  mkdir -p "$folder/$node"
  # The nodes know each other by one common name; each answers to its own name, in Kubernetes with the headless service's.
  openssl req -new -newkey rsa:2048 -nodes -sha256 -subj "/O=policy-timeline/CN=kurrentdb-node" \
    -keyout "$folder/$node/node.key" -out "$folder/$node/node.csr" 2>/dev/null
  printf 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=DNS:%s,DNS:%s.kurrentdb,DNS:localhost,IP:127.0.0.1\n' "$node" "$node" >"$folder/$node/extensions"
  openssl x509 -req -sha256 -days "$days_of_node" -in "$folder/$node/node.csr" \
    -CA "$folder/authority/ca.crt" -CAkey "$folder/authority.key" -CAcreateserial \
    -extfile "$folder/$node/extensions" -out "$folder/$node/node.crt" 2>/dev/null
  rm "$folder/$node/node.csr" "$folder/$node/extensions"
  # The server in the container is not root and must read them; the folder around them is closed to everyone else.
  chmod 755 "$folder/$node" "$folder/authority"
  chmod 644 "$folder/$node/node.crt" "$folder/$node/node.key" "$folder/authority/ca.crt"
  echo "made $folder/$node/node.crt"
done
