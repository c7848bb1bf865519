import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
// All at once, each with its parameter, its value and what is accepted.
log.says("cluster/cores: 'sixteen' is no whole number")
log.says("cluster/memory: '64' is no memory size")
log.says("cluster/yarn/resourceCalculator: 'fair' is unknown. Give one of default, dominant")
log.says('workload/executorCores: 0 is less than 1')
log.says("workload/memoryOverheadFactor: 'NaN' is no overhead factor")
log.says('MojoFailureException')
assert !new File(basedir, 'target').exists()
