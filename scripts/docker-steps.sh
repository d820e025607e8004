#!/bin/bash
# Runs the instructions of the Dockerfile in a clean temporary folder, for machines without a Docker engine, and then starts each
# role from what came out, with production packages only. Fails when a step fails or a role does not answer /livez.
# Understood: FROM … AS, WORKDIR, COPY [--from], RUN, ENV, CMD, HEALTHCHECK … CMD. USER and EXPOSE need an engine and are passed over.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# The image's Node 24 is the one that npm brings here.
mkdir "$work/bin" && ln -s "$(readlink -f node_modules/.bin/node)" "$work/bin/node"
export PATH="$work/bin:$PATH"
unset npm_config_prefix npm_execpath npm_lifecycle_event

# What the engine would be sent: .dockerignore names what is let in.
mkdir "$work/context"
sed -n 's/^!//p' .dockerignore | while read -r path; do cp -R "$root/$path" "$work/context/"; done

stage='' home='' command='' health=''
inside() { (cd "$home" && env "${settings[@]}" bash -c "$1"); }
settings=(CI=true)
while read -r word rest; do
  case $word in
    FROM)
      stage="$work/stages/${rest##* }"
      [[ $rest == *' AS '* ]] || stage="$work/stages/image"
      mkdir -p "$stage" && home=$stage settings=(CI=true) ;;
    WORKDIR) home="$stage$rest" && mkdir -p "$home" ;;
    ENV) settings+=("${rest/=\/data/=$work/data}") ;;
    COPY)
      read -ra words <<<"$rest"
      from="$work/context"
      if [[ ${words[0]} == --from=* ]]; then from="$work/stages/${words[0]#--from=}"; words=("${words[@]:1}"); fi
      target="$home/${words[-1]}"
      unset 'words[-1]'
      if [[ ${words[*]} == . ]]; then cp -R "$from/." "$home/"
      elif [[ $target == */ || $target == */. ]]; then for one in "${words[@]}"; do cp -R "$from/$one" "$target"; done
      else mkdir -p "$(dirname "$target")" && cp -R "$from/${words[0]}" "$target"; fi
      echo "COPY $rest" ;;
    RUN)
      echo "RUN $rest"
      if [[ $rest == *' /data '* ]]; then mkdir -p "$work/data"; else inside "$rest" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }; fi ;;
    HEALTHCHECK) health=$(sed 's/.*CMD //' <<<"$rest") ;;
    CMD) command=$rest ;;
  esac
done < <(grep -Ev '^\s*(#|$)' Dockerfile)

argv() { node -e 'console.log(JSON.parse(process.argv[1]).join(" "))' "$1"; }
free_port() { node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }

redis-server --port 0 --unixsocket "$work/redis.sock" --save '' --appendonly yes --maxmemory-policy noeviction --dir "$work" >/dev/null &
pids+=($!)
settings+=("REDIS_URL=unix://$work/redis.sock" PRAHARI_FEED=none PRAHARI_HOST=127.0.0.1)

for role in "$(argv "$command")" 'node workers/listen.ts' 'node workers/intake.ts' 'node workers/escalate.ts' 'node workers/deliver.ts' 'node workers/reply.ts' 'node workers/audit.ts'; do
  port=$(free_port) ops=$(free_port)
  (cd "$home" && exec env "${settings[@]}" "PORT=$port" "PRAHARI_OPS_PORT=$ops" $role >"$work/log" 2>&1) &
  pid=$!
  pids+=("$pid")
  for _ in $(seq 100); do
    sleep 0.2
    if (cd "$home" && env "PORT=$port" "PRAHARI_OPS_PORT=$ops" $(argv "$health")); then break; fi
    kill -0 "$pid" 2>/dev/null || { cat "$work/log"; echo "$role ended"; exit 1; }
  done
  (cd "$home" && env "PORT=$port" "PRAHARI_OPS_PORT=$ops" $(argv "$health")) || { cat "$work/log"; echo "$role does not answer /livez"; exit 1; }
  if [[ $role == *main.ts ]]; then
    node -e 'fetch(process.argv[1]).then(async (page) => { if (!page.ok || !/<!doctype html>/i.test(await page.text())) throw new Error("no page") }).catch((error) => { console.error(error.message); process.exit(1) })' "http://127.0.0.1:$port/"
  fi
  kill -TERM "$pid"
  wait "$pid" || { cat "$work/log"; echo "$role did not stop cleanly"; exit 1; }
  echo "$role: answers /livez, stops on SIGTERM"
done
(cd "$home" && env "${settings[@]}" PORT=0 node scripts/people.ts list && env "${settings[@]}" PORT=0 node scripts/doctor.ts)
echo "The image's $(du -sm "$home/node_modules" | cut -f1) MB of production packages suffice for every role."
