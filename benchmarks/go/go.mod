module chanvet/benchmarks

go 1.19
