import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)

// What cannot be read: where it stands, what was given, what is accepted.
log.says('on project configure-errors: 15 problems:')
log.says("cluster/deployMode: 'inside' is unknown. Give one of client, cluster")
log.says("cluster/cores: '1.5' is no whole number. Give one, as in 16")
log.says("cluster/memory: '64' is no memory size. Give a whole number with a unit")
log.says('cluster/nodeGroups/steady/nodes: 5..2 ends before it begins. Write the smaller number first: 2..5')
log.says("cluster/nodeGroups/steady/gpus: 'one' is no whole number")
log.says('cluster/nodeGroups/burst/nodes: -1 is less than 1. Give a whole number from 1 up, or a range as in 0..40')
log.says("cluster/nodeGroups/burst/spot: 'maybe' is neither true nor false")
log.says("cluster/disks: 'data1' is neither a number of disks nor a list of mount points. Give a number from 1 to 100")
log.says("cluster/reservedMemory: 'some' is no memory size")
log.says("cluster/kubernetes/allocatableCores: '31,85' is no amount of CPU. Give cores or millicores")
log.says("workload/kind: 'graph' is unknown. Give one of batch, sql, ml, streaming")
log.says("workload/inputSize: '2TBs' is no memory size")
log.says("workload/dynamicAllocation: 'sometimes' is neither true nor false")
log.says('workload/driverCores: 0 is less than 1')
log.says('workload/gpusPerExecutor: -1 is less than 0')

// What can be read and cannot be.
log.says("cluster/master: 'spark://host:7077' contradicts cluster/manager yarn")
log.says('cluster/standalone: is given although the manager is yarn. Set cluster/manager to standalone, or remove')
log.says('cluster/reservedCores: -1 is negative')
log.says('cluster/nodes: is given beside cluster/nodeGroups, which have nodes of their own. Keep one of the two')
log.says('cluster/yarn/maximumAllocation: 1024 MiB is less than the minimum allocation of 2048 MiB. Give at least 2048m')
log.says('cluster/yarn/nodeVcores: 0 is less than 1')
log.says('cluster/yarn/queueShare: 1.5 is no share. Give a number above 0 and at most 1')
log.says('cluster/yarn/maximumAmShare: 0 is no share')
log.says("cluster/yarn/queue: 'a queue' is no queue's name")
log.saysLike(/cluster\/\S*cores: 5000 is more than any machine has\. Give at most 4096/)
log.saysLike(/cluster\/\S*gpus: -2 is less than 0/)
log.says('environments/contradictions/conf/spark.executor.memroy: Spark knows no key')

log.neverSays('Exception:')
assert !new File(basedir, 'target').exists()
