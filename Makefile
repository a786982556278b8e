.PHONY: build fast test format dictionary sample clean

build: ; mvn -B -q -DskipTests package
fast: ; mvn -B -q test -pl schemas
test: ; mvn -B verify
format: ; mvn -B -q spotless:apply
dictionary: ; mvn -B -q -pl schemas compile exec:java -Dexec.mainClass=org.evenhand.schema.DataDictionary -Dexec.args=schemas/DATA_DICTIONARY.md
sample: ; ./evenhand quarter 2026Q3 --landing sample-data/landing
clean: ; mvn -B -q clean
