/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Managers that are there, that are not, and that are of another version. */
class ClustersTest {
  private static final String RM_PAGE = "http://rm:8088/ws/v1/cluster/info";
  private static final String NN_PAGE =
      "http://nn:9870/jmx?qry=Hadoop:service=NameNode,name=NameNode*";
  private static final String K8S_PAGE = "https://k:6443/version";

  @TempDir Path folder;
  private Patient patient;
  private final List<HttpServer> started = new ArrayList<>();

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
  }

  @AfterEach
  void end() {
    started.forEach(server -> server.stop(0));
  }

  @Test
  void findsAStandaloneMasterOfTheSameSpark() throws IOException {
    String master = master("3.5.3", 2);
    patient.network.server(master);

    assertThat(standalone())
        .containsExactly(
            Finding.ok("standalone-master", "spark://" + master + " is alive, 2 workers"),
            Finding.ok("cluster-version", "the master runs Spark 3.5.3, the project 3.5.5"));
  }

  @Test
  void refusesAMasterOfAnotherSpark() throws IOException {
    patient.network.server(master("4.1.0", 0));

    assertThat(standalone())
        .contains(
            Finding.error(
                "cluster-version",
                "the master runs Spark 4.1.0, and the project 3.5.5",
                "Master and driver speak Java's serialisation, which differs: InvalidClassException,"
                    + " and after a minute All masters are unresponsive! Giving up.",
                "Change the project's Spark to 4.1.0, or submit to a master of Spark 3.5"),
            Finding.warning(
                "standalone-master",
                "the master has no worker that is alive",
                "The job waits: Initial job has not accepted any resources.",
                "Start workers: sbin/start-worker.sh spark://…"));
  }

  @Test
  void refusesAMasterThatIsNotThere() {
    patient.on(Manager.STANDALONE, "spark://127.0.0.1:1,127.0.0.1:2", DeployMode.CLIENT);
    patient.setting("spark.master.ui.port", "1");

    assertThat(standalone())
        .containsExactly(
            Finding.error(
                "standalone-master",
                "no master can be reached: 127.0.0.1:1: Connection refused; 127.0.0.1:2: Connection"
                    + " refused",
                "The driver ends with All masters are unresponsive! Giving up.",
                "Start it (sbin/start-master.sh), open its port to this machine, or correct"
                    + " cluster/master"));
  }

  @Test
  void notesAMasterWhosePageIsElsewhere() {
    patient.on(Manager.STANDALONE, "spark://127.0.0.1", DeployMode.CLIENT);
    patient.setting("spark.master.ui.port", "1");
    patient.network.server("127.0.0.1:7077");

    assertThat(standalone()).extracting(Finding::severity).containsExactly(Severity.NOTE);
  }

  @Test
  void findsTheResourceManager() {
    yarn("yarn.resourcemanager.hostname", "rm");
    patient
        .network
        .server("rm:8032")
        .page(
            RM_PAGE,
            "{\"clusterInfo\":{\"state\":\"STARTED\",\"haState\":\"ACTIVE\",\"resourceManagerVersion\":\"3.3.4\"}}");

    assertThat(resourceManager())
        .containsExactly(
            Finding.ok("resource-manager", "rm:8032 is STARTED, ACTIVE, Hadoop 3.3.4"));

    patient.network.page(RM_PAGE, 401, "");
    assertThat(resourceManager())
        .containsExactly(
            Finding.ok(
                "resource-manager",
                "rm:8032 can be reached; of its version it wants credentials (HTTP 401)"));
  }

  @Test
  void refusesADefaultAddressThatNobodyListensOn() {
    yarn("yarn.nodemanager.hostname", "x");

    assertThat(resourceManager())
        .containsExactly(
            Finding.error(
                "resource-manager",
                "no file names the ResourceManager's host, and Hadoop's default, 0.0.0.0:8032, does"
                    + " not answer (Connection refused)",
                "spark-submit tries for minutes: Connecting to ResourceManager at /0.0.0.0:8032,"
                    + " Retrying connect to server.",
                "Set yarn.resourcemanager.hostname in yarn-site.xml, or export HADOOP_CONF_DIR= the"
                    + " folder that has it"));
  }

  @Test
  void isContentWithOneOfTwoResourceManagers() {
    yarn("yarn.resourcemanager.ha.enabled", "true");
    patient
        .setting("spark.hadoop.yarn.resourcemanager.ha.rm-ids", "a, b")
        .setting("spark.hadoop.yarn.resourcemanager.hostname.a", "one")
        .setting("spark.hadoop.yarn.resourcemanager.address.b", "two:18032");
    patient.network.server("two:18032");
    assertThat(resourceManager())
        .extracting(Finding::severity, Finding::what)
        .containsExactly(
            tuple(
                Severity.NOTE,
                "two:18032 can be reached, its page cannot: "
                    + "http://0.0.0.0:8088/ws/v1/cluster/info: nothing listens there"),
            tuple(Severity.WARNING, "one:8032 cannot be reached: Connection refused"));
  }

  @Test
  void warnsOfAnArchiveOfAnotherSpark() {
    yarn("yarn.resourcemanager.hostname", "rm");
    patient.setting("spark.yarn.archive", "hdfs:///apps/spark/spark-3.3.0-jars.zip");

    assertThat(resourceManager())
        .extracting(Finding::what)
        .contains(
            "spark.yarn.archive=hdfs:///apps/spark/spark-3.3.0-jars.zip is by its name not of Spark"
                + " 3.5.5");
  }

  @Test
  void findsTheNameNode() {
    yarn("fs.defaultFS", "hdfs://nn");
    patient
        .network
        .server("nn:8020")
        .page(
            NN_PAGE,
            "{\"beans\":[{\"name\":\"a\",\"State\":\"active\"},{\"SoftwareVersion\":\"3.3.4\",\"Safemode\":\"\"}]}");

    assertThat(nameNode())
        .containsExactly(Finding.ok("name-node", "nn:8020 is there, active, Hadoop 3.3.4"));
  }

  @Test
  void warnsOfSafeMode() {
    yarn("fs.defaultFS", "hdfs://nn:8020/");
    patient
        .network
        .server("nn:8020")
        .page(NN_PAGE, "{\"beans\":[{\"Safemode\":\"Safe mode is ON.\"}]}");

    assertThat(nameNode())
        .containsExactly(
            Finding.warning(
                "name-node",
                "nn:8020 is there, in safe mode: Safe mode is ON.",
                "Nothing can be written, not even what spark-submit uploads: SafeModeException.",
                "Wait until enough blocks are reported, or hdfs dfsadmin -safemode leave"));
  }

  @Test
  void looksForTheNameNodesOfANameservice() {
    yarn("fs.defaultFS", "hdfs://ns");
    patient
        .setting("spark.hadoop.dfs.ha.namenodes.ns", "a,b")
        .setting("spark.hadoop.dfs.namenode.rpc-address.ns.a", "one:8020")
        .setting("spark.hadoop.dfs.namenode.rpc-address.ns.b", "two:8020")
        .setting("spark.hadoop.dfs.namenode.http-address.ns.b", "web:50070");
    patient.network.server("two:8020").page(NN_PAGE.replace("nn:9870", "web:50070"), 403, "");

    assertThat(nameNode())
        .extracting(Finding::severity, Finding::what)
        .containsExactly(
            tuple(
                Severity.OK,
                "two:8020 can be reached; of its version it refuses this user (HTTP 403)"),
            tuple(Severity.WARNING, "one:8020 of hdfs://ns cannot be reached: Connection refused"));
  }

  @Test
  void refusesANameNodeThatIsNotThere() {
    yarn("fs.defaultFS", "hdfs://nn");

    assertThat(nameNode()).extracting(Finding::severity).containsExactly(Severity.ERROR);
  }

  @Test
  void findsTheKubernetesApi() throws IOException {
    patient.on(Manager.KUBERNETES, "k8s://k:6443", DeployMode.CLUSTER);
    Path config =
        patient.file("home/.kube/config", "clusters:\n- cluster:\n    server: https://k\n");
    patient.network.page(K8S_PAGE, "{\"gitVersion\": \"v1.31.2\"}");

    assertThat(kubernetes())
        .containsExactly(
            Finding.ok("kubeconfig", "[" + config + "] can be read"),
            Finding.ok("kubernetes-api", K8S_PAGE + " can be reached, Kubernetes v1.31.2"),
            Finding.ok(
                "cluster-version",
                "the cluster runs Kubernetes v1.31.2; Spark 3.5.5 is meant for 1.24 and later"));

    patient.spark = Optional.of(new SparkVersion("4.1.0", "2.13"));
    assertThat(kubernetes())
        .contains(
            Finding.warning(
                "cluster-version",
                "the cluster runs Kubernetes v1.31.2; Spark 4.1.0 is meant for 1.32 and later",
                "Spark is not tested on it, nor is its client.",
                "Use a newer cluster, or an older Spark"));
  }

  @Test
  void takesARefusalAndAnUnknownAuthorityForReachable() throws IOException {
    patient.on(Manager.KUBERNETES, "k8s://https://k:6443/", DeployMode.CLUSTER);
    patient.setting("spark.kubernetes.authenticate.submission.oauthToken", "x");
    patient.network.page(K8S_PAGE, 401, "");
    assertThat(kubernetes()).extracting(Finding::severity).containsOnly(Severity.OK);

    patient.network.failure(K8S_PAGE, new IOException("x", new CertificateException("y")));
    assertThat(kubernetes())
        .extracting(Finding::severity)
        .containsExactly(Severity.OK, Severity.NOTE);
  }

  @Test
  void refusesAnApiThatIsNotThereAndWarnsOfNobody() throws IOException {
    patient.on(Manager.KUBERNETES, "k8s://k:6443", DeployMode.CLUSTER);

    assertThat(kubernetes())
        .extracting(Finding::severity, Finding::id)
        .containsExactly(
            tuple(Severity.WARNING, "kubeconfig"), tuple(Severity.ERROR, "kubernetes-api"));
    assertThat(kubernetes().get(1).what())
        .isEqualTo("the API cannot be reached: " + K8S_PAGE + ": nothing listens there");
  }

  @Test
  void warnsOfAServerThatIsNoKubernetes() throws IOException {
    patient.on(Manager.KUBERNETES, "k8s://k:6443", DeployMode.CLUSTER);
    patient.network.page(K8S_PAGE, "{}");

    assertThat(kubernetes().get(1).what())
        .isEqualTo(K8S_PAGE + " answers, and is no Kubernetes API: it names no gitVersion");
  }

  @Test
  void readsAuthoritiesAndServersOfKubeconfigs() throws IOException {
    patient.file("kube/ca.crt", "PEM");
    Path yaml =
        patient.file(
            "kube/one",
            "clusters:\n- cluster:\n    certificate-authority: ca.crt\n    server: \"https://a:1\"\n");
    Path json =
        patient.file(
            "kube/two",
            "{\"cluster\": {\"certificate-authority-data\": \"REVS\", \"server\":\"https://b\"}}");

    KubeConfig config =
        KubeConfig.read(Optional.of(yaml + ":" + json + ":/none"), folder.resolve("home"));

    assertThat(config.files()).containsExactly(yaml, json);
    assertThat(config.servers()).containsExactly("https://a:1", "https://b");
    assertThat(config.authorities())
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .containsExactly("PEM", "DER");
  }

  @Test
  void asksNoOtherManagerThanTheOwn() throws IOException {
    assertThat(standalone()).isEmpty();
    assertThat(resourceManager()).isEmpty();
    assertThat(nameNode()).isEmpty();
    assertThat(kubernetes()).isEmpty();
  }

  private void yarn(String name, String value) {
    patient.file("hadoop/core-site.xml", SiteTest.property(name, value));
    patient.variable("HADOOP_CONF_DIR", folder.resolve("hadoop").toString());
    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT);
  }

  /** A double of the two pages that a standalone master shows. */
  private String master(String version, int workers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.add(server);
    String worker = "{\"id\":\"w\",\"state\":\"ALIVE\"}";
    page(
        server,
        "/json/",
        "{\"url\":\"spark://m:7077\",\"status\":\"ALIVE\",\"workers\":["
            + String.join(",", Collections.nCopies(workers, worker))
            + "]}");
    page(
        server,
        "/",
        "<a>\n <span class=\"version\" style=\"margin-right: 15px;\">" + version + "</span></a>");
    server.start();
    int port = server.getAddress().getPort();
    patient.on(Manager.STANDALONE, "spark://127.0.0.1:7077", DeployMode.CLIENT);
    patient.setting("spark.master.ui.port", String.valueOf(port));
    return "127.0.0.1:7077";
  }

  private static void page(HttpServer server, String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private List<Finding> standalone() {
    return new StandaloneExamination(patient.request(), patient.network, new Http()).findings();
  }

  private List<Finding> resourceManager() {
    return new YarnExamination(patient.request(), patient.site(), patient.network).findings();
  }

  private List<Finding> nameNode() {
    return new NameNodeExamination(patient.site(), patient.network).findings();
  }

  private List<Finding> kubernetes() throws IOException {
    return new KubernetesExamination(patient.request(), patient.site(), patient.surroundings())
        .findings();
  }
}
