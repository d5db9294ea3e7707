.PHONY: help setup restore build format test check demo docs bench soak clean

PROGRAM := artifacts/bin/Avance.Cli/release/avance

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

setup: ## install what the tests need and this machine lacks (Debian: chromium-headless-shell, postgresql, poppler-utils)
	@sh .ci/setup

restore: ## fetch the packages, exactly those of the lock files
	@dotnet restore Avance.slnx --locked-mode

build: restore ## the program, at artifacts/bin/Avance.Cli/release/avance
	@dotnet build Avance.slnx -c Release --no-restore -nologo -clp:ErrorsOnly

format: restore ## fail when a file is not formatted as .editorconfig says; its style is checked by the build
	@dotnet format whitespace Avance.slnx --no-restore --verify-no-changes

test: ## every test, on SQLite and PostgreSQL and in Chromium, after a build
	@sh .ci/test

check: setup format build test ## what continuous integration runs

demo: build ## the sample office: imported, checked, printed in every format, served
	@$(PROGRAM) demo $(DEMO_ARGS)

docs: build ## write docs/reference anew from the program
	@$(PROGRAM) reference --output docs/reference

bench: setup build ## speed, as ratios against peers run side by side, into bench/results
	@dotnet artifacts/bin/Avance.Benchmarks/release/Avance.Benchmarks.dll $(BENCH_ARGS)

soak: build ## the long runs: hostile input and round trips in full number
	@AVANCE_SOAK=200000 sh .ci/test

clean: ## forget what was built
	@rm -rf artifacts out
