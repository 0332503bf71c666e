.PHONY: demo test check bench lint setup faulty fuzz torture

SECONDS ?= 60
N ?= 2000

demo: ; @tools/demo
test: ; @tools/test
check: ; @tools/check
bench: ; @benchmarks/run
faulty: ; @tools/faulty
fuzz: ; @tools/fuzz $(SECONDS)
torture: ; @tools/torture --cases $(N)
lint: ; @tools/lint
setup: ; @tools/setup --checks
