import io.github.sparkmaven.it.BuildLog
import groovy.json.JsonSlurper

def plan = { name -> new JsonSlurper().parse(new File(basedir, "target/spark/plans/${name}/plan.json")) }

// The site's figures, and its queue's share of three quarters.
def site = plan('default').cluster
assert site.nodeGroups*.memoryOfferedPerNodeMiB == [57344] && site.nodeGroups*.coresOfferedPerNode == [14]
assert site.yarn.minimumAllocationMiB == 512 && site.yarn.incrementAllocationMiB == 512
assert site.yarn.maximumAllocationMiB == 28672 && site.yarn.maximumVcores == 8
assert site.yarn.resourceCalculator == 'dominant' && site.yarn.scheduler == 'capacity'
assert site.yarn.queue == 'etl' && site.yarn.queueShare == 0.75 && site.yarn.maximumAmShare == 0.5
assert plan('default').settings.find { it.key == 'spark.yarn.queue' }.value == 'etl'

// No executor is larger than the site allows, nor do they take more than the queue.
def layout = plan('default').layout
assert layout.containerMiB <= 28672 && layout.containerMiB % 512 == 0 && layout.executorCores <= 8
assert layout.grantedExecutors > 0 && layout.grantedExecutors == layout.requestedExecutors
assert layout.grantedExecutors * layout.containerMiB + layout.driver.clusterMiB <= 6 * 57344 * 0.75
assert layout.coresPlaced + layout.driver.clusterCores <= 6 * 14 * 0.75
assert layout.driver.clusterMiB == 1024
assert !plan('default').warnings.any { it.contains("the site's") }

// The POM wins, and is told where it differs; what it leaves out is the site's.
def own = plan('own-figures')
assert own.cluster.nodeGroups*.memoryOfferedPerNodeMiB == [62464] && own.cluster.nodeGroups*.coresOfferedPerNode == [10]
assert own.cluster.yarn.minimumAllocationMiB == 1024 && own.cluster.yarn.maximumAllocationMiB == 28672
def warns = { words -> assert own.warnings.any { it.contains(words) } : words }
warns("cluster/yarn/nodeMemory is 61g, the site's yarn-site.xml says yarn.nodemanager.resource.memory-mb 57344: the plan may ask for what the site never grants")
warns("cluster/yarn/nodeVcores is 10, the site's yarn-site.xml says yarn.nodemanager.resource.cpu-vcores 14: what the site offers beyond it stays unused")
warns("cluster/yarn/minimumAllocation is 1g, the site's yarn-site.xml says yarn.scheduler.minimum-allocation-mb 512")
assert own.warnings.count { it.contains("the site's") } == 3

def log = BuildLog.of(basedir)
log.says("yarn.nodemanager.resource.memory-mb is 'lots', which is not accepted. Give a whole number of at least 1")
log.says("yarn.scheduler.maximum-allocation-vcores is '0', which is not accepted. Give a whole number of at least 1")
log.saysLike(/- \S+src.broken.yarn-site.xml: yarn\.nodemanager/)
assert !new File(basedir, 'target/spark/plans/broken-site').exists()
