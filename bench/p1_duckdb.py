"""The work of P1 in DuckDB: landed files to typed tables, who is who, activities once, rep_day and rep_week.

p1_duckdb.py <landing> <out> <threads> <policy/activity_map.json>

What it leaves out of the product's work: contracts and rejects, versions and late knowledge, checksums, every domain
but activities beyond their intake, reports, publication. Prints one JSON line with seconds, rows and sums.
"""

import glob
import json
import os
import sys
import time

import duckdb

landing, out, threads, policy = sys.argv[1:5]
began = time.monotonic()
db = duckdb.connect()
db.execute(f"SET threads = {threads}; SET memory_limit = '4GB'; SET TimeZone = 'UTC'; SET preserve_insertion_order = false")


def intake():
    """Every export as one Parquet table, columns as text; returns rows."""
    rows = 0
    for folder in sorted(glob.glob(f"{landing}/*/*/")):
        system, name = folder.rstrip("/").split("/")[-2:]
        if not glob.glob(folder + "*"):
            continue
        table = f"{system}_{name}".replace("-", "_")
        csv = any(".csv" in f for f in os.listdir(folder))
        dialect = "encoding = 'latin-1', delim = ';'" if name.endswith("_eu") else "delim = ','"
        reader = (
            f"read_csv('{folder}*.csv*', all_varchar = true, union_by_name = true, header = true, filename = true, quote = '\"', null_padding = true, {dialect})"
            if csv
            else f"read_json('{folder}*.json*', union_by_name = true, filename = true, maximum_object_size = 67108864)"
        )
        file = f"{out}/{table}.parquet"
        db.execute(f"COPY (SELECT * FROM {reader}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
        db.execute(f"CREATE VIEW \"{table}\" AS SELECT * FROM '{file}'")
        rows += db.execute(f"SELECT count(*) FROM '{file}'").fetchone()[0]
    return rows


def class_rules():
    """The activity map as one CASE over kind and type, and its classes as VALUES."""
    with open(policy, encoding="utf-8") as file:
        said = json.load(file)
    codes = {one["name"]: one["code"] for one in said["classes"]}
    whens = []
    for rule in said["rules"]:
        kinds = ", ".join(f"'{kind}'" for kind in rule["kinds"])
        tests = ([f"kind IN ({kinds})"] if kinds else []) + (
            [f"regexp_matches(lower(coalesce(type, '')), '{rule['type']}')"] if rule["type"] else []
        )
        whens.append(f"WHEN {' AND '.join(tests) or 'true'} THEN {codes[rule['class']]}")
    values = ", ".join(
        "({}, '{}', {}, {})".format(
            one["code"], one["name"], json.dumps(one["selling"]), json.dumps(one["standardMinutes"])
        )
        for one in said["classes"]
    )
    return "CASE " + " ".join(whens) + " END", values


def consolidate():
    code, classes = class_rules()
    db.execute(
        """
        CREATE TABLE span AS
        SELECT worker, team, role, zone, since,
               coalesce(lead(since) OVER (PARTITION BY worker ORDER BY since), DATE '9999-12-31') AS until
        FROM (SELECT "Employee ID" AS worker, "Supervisory Organization ID" AS team, "Sales Role" AS role,
                     "Time Zone" AS zone, CAST("Effective Date" AS DATE) AS since
              FROM hr_workday_assignment WHERE "Effective Date" <> ''
              QUALIFY row_number() OVER (PARTITION BY "Employee ID", "Effective Date"
                ORDER BY "Entry Moment" DESC, CAST("Effective Sequence" AS INT) DESC) = 1);
        CREATE TABLE account AS
        SELECT 'salesforce' AS system, u.Id AS account,
               any_value(coalesce(nullif(u.EmployeeNumber, ''), w."Employee ID")) AS worker
        FROM salesforce_user u
        LEFT JOIN hr_workday_worker w ON lower(w."Email - Work") IN (lower(u.Email), lower(u.Username))
        WHERE u.Id NOT IN (SELECT account_id FROM directory_identity_link) GROUP BY ALL
        UNION ALL
        SELECT 'gong', g.id, any_value(w."Employee ID")
        FROM gong_user g JOIN hr_workday_worker w ON lower(g.emailAddress) = lower(w."Email - Work") GROUP BY ALL
        UNION ALL
        SELECT account_system, account_id, any_value(worker_id) FROM directory_identity_link GROUP BY ALL
        """
    )
    db.execute(
        """
        CREATE TABLE crm AS
        SELECT Id AS id, OwnerId AS owner,
               CASE WHEN TaskSubtype = 'Call' OR Type = 'Call' THEN 'CALL'
                    WHEN TaskSubtype IN ('Email', 'ListEmail') OR Type = 'Email' THEN 'EMAIL'
                    WHEN Type = 'Meeting' THEN 'MEETING' WHEN Type IN ('CRM Update', 'Data Entry') THEN 'CRM_EDIT'
                    ELSE 'TASK' END AS kind,
               coalesce(nullif(Type, ''), nullif(TaskSubtype, '')) AS type,
               CAST(coalesce(nullif(CompletedDateTime, ''), nullif(ActivityDate, ''), CreatedDate) AS TIMESTAMPTZ) AS start,
               coalesce(TRY_CAST(CallDurationInSeconds AS DOUBLE) / 60, TRY_CAST(Duration_Minutes__c AS DOUBLE)) AS minutes,
               coalesce(lower(nullif(Capture__c, '')), 'manual') NOT LIKE 'auto%' AS by_hand,
               nullif(Gong_Call_Id__c, '') AS reference, lower(IsClosed) = 'true' AS done,
               lower(IsDeleted) = 'true' AS deleted, SystemModstamp AS changed
        FROM salesforce_task
        UNION ALL
        SELECT Id, OwnerId,
               CASE WHEN Type = 'Call' THEN 'CALL' WHEN Type = 'Email' THEN 'EMAIL'
                    WHEN Type = 'Meeting' OR WhoId <> '' OR WhatId <> '' THEN 'MEETING' ELSE 'EVENT' END,
               nullif(Type, ''), CAST(StartDateTime AS TIMESTAMPTZ), TRY_CAST(DurationInMinutes AS DOUBLE), true, NULL,
               true, lower(IsDeleted) = 'true', SystemModstamp
        FROM salesforce_event;
        CREATE TABLE call AS
        SELECT metaData.id AS id, CAST(metaData.started AS TIMESTAMPTZ) AS start, metaData.duration / 60.0 AS minutes,
               CASE upper(metaData.scope) WHEN 'INTERNAL' THEN 'Internal call' ELSE 'Call' END AS type,
               metaData.clientUniqueId AS other, unnest(parties).userId AS account
        FROM gong_call;
        CREATE TABLE on_call AS
        SELECT DISTINCT call.id, start, minutes, type, other, worker
        FROM call JOIN account ON account.system = 'gong' AND account.account = call.account;
        CREATE TABLE mine AS
        SELECT crm.*, account.worker
        FROM (SELECT * FROM crm QUALIFY row_number() OVER (PARTITION BY id ORDER BY changed DESC) = 1) crm
        JOIN account ON account.system = 'salesforce' AND account.account = crm.owner
        WHERE done AND NOT deleted AND worker IS NOT NULL;
        CREATE TABLE activity AS
        SELECT id, worker, kind, type, start, minutes, by_hand FROM mine
        WHERE NOT EXISTS (SELECT 1 FROM on_call c WHERE c.worker = mine.worker AND mine.reference IN (c.id, c.other))
        UNION ALL
        SELECT id || ':' || worker, worker, 'CALL', type, start, minutes, false FROM on_call
        """
    )
    db.execute(
        f"""
        CREATE TABLE class (code INT, name TEXT, selling BOOLEAN, standard DOUBLE);
        INSERT INTO class VALUES {classes};
        CREATE TABLE kinds AS SELECT kind, type, {code} AS code FROM (SELECT DISTINCT kind, type FROM activity);
        CREATE TABLE silver AS
        SELECT a.id, a.worker, a.kind, a.by_hand, class.code, class.selling, span.team, span.role, epoch(a.start) AS start,
               CASE WHEN a.start = date_trunc('day', a.start) THEN CAST(a.start AS DATE)
                    ELSE CAST(timezone(coalesce(span.zone, 'UTC'), a.start) AS DATE) END AS day,
               a.minutes, class.standard
        FROM activity a JOIN kinds k ON a.kind = k.kind AND a.type IS NOT DISTINCT FROM k.type
        JOIN class ON class.code = k.code
        LEFT JOIN span ON span.worker = a.worker AND CAST(timezone(span.zone, a.start) AS DATE) >= span.since
          AND CAST(timezone(span.zone, a.start) AS DATE) < span.until;
        COPY silver TO '{out}/silver.parquet' (FORMAT parquet, COMPRESSION zstd)
        """
    )


def panel():
    db.execute(
        f"""
        CREATE TABLE rep_day AS
        SELECT worker, day, code, selling, team, role, count(*) AS completed,
               count(*) FILTER (kind = 'CRM_EDIT' AND by_hand) AS edits,
               sum(greatest(0, finish - greatest(start, coalesce(taken, start)))) AS measured_seconds,
               sum(CASE WHEN minutes IS NULL THEN coalesce(standard, 0) * 60 ELSE 0 END) AS standard_seconds
        FROM (SELECT *, max(finish) OVER (PARTITION BY worker, day ORDER BY start, finish, id
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken
              FROM (SELECT *, start + coalesce(floor(minutes * 60), 0) AS finish FROM silver))
        GROUP BY ALL;
        COPY rep_day TO '{out}/rep_day.parquet' (FORMAT parquet, COMPRESSION zstd);
        COPY (SELECT worker, date_trunc('week', day) AS week, sum(completed) AS completed, sum(edits) AS edits,
                     sum(measured_seconds) FILTER (selling) AS selling,
                     sum(measured_seconds) FILTER (NOT selling) AS non_selling
              FROM rep_day GROUP BY ALL) TO '{out}/rep_week.parquet' (FORMAT parquet, COMPRESSION zstd)
        """
    )


rows = intake()
landed = time.monotonic()
consolidate()
consolidated = time.monotonic()
panel()
sums = db.execute("SELECT count(*), sum(completed), sum(edits), sum(measured_seconds), sum(standard_seconds) FROM rep_day").fetchone()
print(
    json.dumps(
        {
            "rows": rows,
            "intake": landed - began,
            "consolidate": consolidated - landed,
            "panel": time.monotonic() - consolidated,
            "sums": [int(value) for value in sums],
        }
    )
)
