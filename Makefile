.PHONY: demo test check bench lint setup

demo: ; @tools/demo
test: ; @tools/test
check: ; @tools/check
bench: ; @benchmarks/run
lint: ; @tools/lint
setup: ; @tools/setup --checks
