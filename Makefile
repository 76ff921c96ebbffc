# Everything a developer does here. The first target is the help.

SHELL := /bin/sh
JDK = $$(scripts/find-jdk)
MVN = JAVA_HOME="$(JDK)" ./mvnw -B -ntp
URL ?= http://localhost:$(or $(PORT),8000)
DATA_DIR ?= .betterprompts
EVALUATION = $(if $(FILE),$(FILE),--page=docs/classifier.md training/test-set/test.jsonl ../shared/data/intents/dev.en.jsonl)
SOURCES := $(shell find . \( -name target -o -name .git -o -name .betterprompts -o -path '*/src/test' \) -prune \
	-o -type f \( -path '*/src/main/*' -o -name pom.xml -o -name openapi.yaml \) -print 2>/dev/null)
BUILT = sam-local/target/.built
ARCH ?= aarch64
SIZE ?= dev
LOAD = $(if $(filter command environment,$(firstword $(origin URL))),--url=$(URL)) $(if $(SOAK),--soak=$(SOAK))
CHOSEN = $(foreach option,size=$(SIZE) $(OPTIONS),-c betterprompts:$(option))
DEPLOYED = functions/auth,functions/enhance,functions/history,functions/templates,functions/settings,functions/migrate,functions/retention,engine-layer,infra-cdk

.PHONY: help
help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: $(BUILT) ## Start everything on this machine, on port 8000 (PORT=, DATA_DIR=, DB_URL= change that)
	@PORT="$${PORT:-8000}" DATA_DIR="$(DATA_DIR)" exec scripts/run

$(BUILT): $(SOURCES)
	@scripts/find-jdk > /dev/null
	@echo "Building (the first time this also fetches some 300 MB of libraries, the model and a PostgreSQL) …"
	@JAVA_HOME="$(JDK)" ./mvnw -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -pl sam-local -am package -DskipTests \
		-Dlambda.zip.phase=none -Dspotless.check.skip -Denforcer.skip
	@touch $@

.PHONY: cli
cli: ## Build the command line: one runnable jar, which scripts/betterprompts starts
	@scripts/find-jdk > /dev/null
	@JAVA_HOME="$(JDK)" ./mvnw -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -pl cli -am package -DskipTests \
		-Dspotless.check.skip -Denforcer.skip
	@echo "Built cli/target/betterprompts.jar. Link scripts/betterprompts from a folder of your PATH, and: betterprompts --help"

.PHONY: test
test: ## Run every check: format, lint, architecture, unit, property and integration tests
	@scripts/find-jdk > /dev/null
	@$(MVN) license:aggregate-add-third-party verify; code=$$?; scripts/test-report || code=1; exit $$code

.PHONY: smoke-test
smoke-test: ## Walk register, login, enhance and history against the running server with curl
	@URL="$(URL)" scripts/smoke-test

.PHONY: health
health: ## Ask the running server how it is
	@curl -fsS "$(URL)/api/v1/health" && echo && curl -sS "$(URL)/api/v1/health/ready" && echo

.PHONY: migrate
migrate: $(BUILT) ## Bring the database up to date without starting the server
	@DATA_DIR="$(DATA_DIR)" scripts/run io.betterprompts.local.MigrateMain

.PHONY: reset-db
reset-db: ## Delete the local database and all that is in it (asks first; YES=1 does not)
	@DATA_DIR="$(DATA_DIR)" scripts/reset-db

.PHONY: test-auth
test-auth: ## Run the tests of the auth function alone
	@$(MVN) -pl functions/auth -am verify -Dtest='io/betterprompts/auth/**/*Tests,io/betterprompts/auth/**/*Properties' -Dit.test='io/betterprompts/auth/**/*IT' \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

.PHONY: abuse
abuse: ## Attack the running server: forged tokens, 10,000 guesses, other users' ids, injection (make test does a short form)
	@$(MVN) -pl sam-local -am verify -Dtest=None -Dit.test='Abuse*IT' -Dabuse.guesses=10000 \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

.PHONY: fuzz
fuzz: ## Send 20,000 requests made up from the contract to the running server (make test sends 1,000)
	@$(MVN) -pl sam-local -am verify -Dtest=None -Dit.test=ContractFuzzIT -Djqwik.tries.default=20000 \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

.PHONY: drill
drill: ## Break what the server stands on under write load, and write docs/reliability.md (DRILL= takes one class; make test does a short form)
	@$(MVN) -pl functions/dynamodb-tests,sam-local -am verify -Dtest=None -Dit.test='$(if $(DRILL),$(DRILL),*DrillIT,ClockJumpIT)' -Ddrill.long=true \
		-Ddrill.report="$(CURDIR)/docs/reliability.md" -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

.PHONY: test-integration
test-integration: ## Run the integration tests alone
	@$(MVN) verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: train
train: ## Fine-tune the classifier on training/corpus and write its delta into model/ (about 40 minutes on two cores)
	@$(MVN) -q -Ptrain -pl training -am process-classes

.PHONY: evaluate
evaluate: ## Measure the classifier on the test set and write docs/classifier.md (FILE= measures on another file, and only prints)
	@$(MVN) -q -Pevaluate -pl training -am process-classes -Dtraining.arguments="$(EVALUATION)"

.PHONY: bench
bench: ## Measure the engine with JMH and write docs/performance.md (ARGS= names benchmarks, and then it only prints)
	@$(MVN) -q -Pbench -pl benchmarks -am process-classes -Dbenchmark.arguments="$(ARGS)"

.PHONY: costs
costs: ## Work out what a month on AWS costs, and write docs/costs.md and docs/costs.svg
	@$(MVN) -q -pl infra-cdk -am compile && "$(JDK)/bin/java" -cp infra-cdk/target/classes io.betterprompts.infra.Costs docs

.PHONY: bench-data
bench-data: ## Measure lists and searches on 1,000,000 versions and write docs/performance.md (ARGS=--versions=… --rounds=… --only=…)
	@$(MVN) -q -Pbench -pl benchmarks -am process-classes -Dbenchmark.class=io.betterprompts.benchmarks.data.DataBenchmark \
		-Dbenchmark.arguments="$(ARGS)"

.PHONY: load
load: $(BUILT) ## Find out how much the server carries, and write docs/performance.md (URL= of another, SOAK=minutes, ARGS=)
	@$(MVN) -q -Pload -pl load -am process-classes -Dload.arguments="$(LOAD) $(ARGS)"

.PHONY: cold-start
cold-start: ## Measure how the packaged functions start under AWS's runtime, and write docs/performance.md (PART=functions or measures)
	@scripts/find-jdk > /dev/null
	@$(MVN) -q -Pcold-start -pl sam-local -am package -DskipTests -Dcold-start.part="$(PART)"

.PHONY: format
format: ## Format the sources
	@$(MVN) -q spotless:apply

.PHONY: lint
lint: ## Check format, null-safety, bug patterns and dependencies, without running tests
	@$(MVN) -q test-compile

.PHONY: licences
licences: ## List the licences of all that is shipped, and refuse any that the root pom does not allow
	@$(MVN) -q license:aggregate-add-third-party
	@cat target/generated-sources/license/THIRD-PARTY.txt

.PHONY: sbom
sbom: ## Write the bill of materials (CycloneDX) to target/bom.cdx.json
	@$(MVN) -q cyclonedx:makeAggregateBom
	@ls -l target/bom.cdx.json

.PHONY: audit
audit: sbom ## Look for known vulnerabilities in what is shipped, with osv-scanner (OFFLINE=1 asks its local copy alone)
	@scripts/audit target/bom.cdx.json

.PHONY: reproducible
reproducible: ## Package the last commit twice, in two fresh folders, and compare the zips byte for byte (ARCH=)
	@ARCH="$(ARCH)" scripts/reproducible

.PHONY: lint-api
lint-api: ## Check api/openapi.yaml with Spectral (needs node; make test has rules of its own)
	@npx --yes @stoplight/spectral-cli@6.15.0 lint --fail-severity=warn api/openapi.yaml

.PHONY: package
package: ## Build the Lambda zips and the engine layer, and report their sizes (ARCH=x86_64; aarch64 is the default)
	@scripts/find-jdk > /dev/null
	@$(MVN) -q -Ppackage -Dlayer.platform=linux-$(ARCH) package -DskipTests -pl $(DEPLOYED) -am
	@"$(JDK)/bin/java" -cp infra-cdk/target/classes io.betterprompts.infra.ArtifactReport .

.PHONY: synth
synth: package ## Make the CloudFormation templates of a deployment (SIZE=prod, OPTIONS="region=eu-central-1 …"; no account needed)
	@rm -rf infra-cdk/cdk.out && scripts/cdk synth --quiet $(CHOSEN) && ls infra-cdk/cdk.out/*.template.json

.PHONY: diff
diff: package ## Show what a deployment would change (SIZE=, OPTIONS=)
	@scripts/cdk diff $(CHOSEN)

.PHONY: deploy
deploy: package ## Deploy to your AWS account (SIZE=, OPTIONS=; asks before it changes who may do what)
	@scripts/cdk deploy --all $(CHOSEN)

.PHONY: destroy
destroy: package ## Delete a deployment (SIZE=, OPTIONS=; asks first; the data of prod stays)
	@scripts/destroy $(SIZE) $(CHOSEN)
