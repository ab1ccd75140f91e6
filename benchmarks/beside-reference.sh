#!/bin/sh
# Times the engine beside the reference pipelines of MSP-MONTH-1: every program a whole process, all in turn, each checked against the published results.
#
# usage: benchmarks/beside-reference.sh REFERENCE CONTRACTS ROUNDS [pg|sqlite]
#   REFERENCE   the folder with the workload's bench.py, run_anchors.sh, sql/ and csharp/
#   CONTRACTS   1000, 10000 or 100000: the sizes whose results are published
# needs python3, psql or the sqlite3 shell, and for pg a scratch server whose user may create databases: PGHOST, PGPORT, PGUSER.
# The first target is what the ratios are to.
set -eu
if [ $# -lt 3 ]; then
  sed -n '3,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi

root=$(cd "$(dirname "$0")/.." && pwd)
reference=$(cd "$1" && pwd)
contracts=$2
rounds=$3
database=${4:-pg}
WL_WORK=$(mktemp -d)
trap 'rm -rf "$WL_WORK"' EXIT
export WL_WORK

# The reference may be a folder that cannot be written to.
cp -r "$reference/csharp" "$WL_WORK/csharp"
dotnet publish "$WL_WORK/csharp" -c Release -o "$WL_WORK/anchors" >"$WL_WORK/log" 2>&1 || { cat "$WL_WORK/log" >&2; exit 1; }
dotnet publish "$root/benchmarks/Msp.Billing.Benchmarks" -c Release -p:PublishReadyToRun=true -p:RunAnalyzers=false --use-current-runtime --no-self-contained \
  -o "$WL_WORK/engine" >"$WL_WORK/log" 2>&1 || { cat "$WL_WORK/log" >&2; exit 1; }
export ANCHORS="$WL_WORK/anchors/Anchors"
export ENGINE="$WL_WORK/engine/Msp.Billing.Benchmarks"

if [ "$database" = pg ]; then
  address="Host=${PGHOST:-localhost};Port=${PGPORT:-5432};Username=${PGUSER:-$(id -un)}"
  export MSP_DB="$address;Database=msp_month"
  prepared="msp_prepared_$contracts"
  dropdb --if-exists "$prepared"
  createdb "$prepared"
  "$ENGINE" prepare "$contracts" "$address;Database=$prepared"
  export ENGINE_MSP_RESET="dropdb --if-exists --force msp_month && createdb -T $prepared msp_month && psql -qX -d msp_month -c checkpoint"
  targets=engine-pgcopy,pg,engine-msp,engine-efpg
else
  export MSP_DB="$WL_WORK/msp_month.db"
  "$ENGINE" prepare "$contracts" "$WL_WORK/prepared.db"
  export ENGINE_MSP_RESET='rm -f "$MSP_DB" "$MSP_DB"-*; cp "$WL_WORK/prepared.db" "$MSP_DB"'
  targets=engine-sqliteprep,sqlite,engine-msp,engine-efsqlite
fi

# As msp itself is set: code is not profiled, and idle threads sleep.
export ENGINE_MSP_RUN='env DOTNET_TieredPGO=0 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 "$ENGINE" post "$MSP_DB"'
export ENGINE_MSP_CHECK='"$ENGINE" check "$MSP_DB"'
sh "$reference/run_anchors.sh" "$contracts" "$rounds" "${MSP_TARGETS:-$targets}"
if [ "$database" = pg ]; then
  dropdb --if-exists --force msp_month
  dropdb --if-exists "$prepared"
fi
