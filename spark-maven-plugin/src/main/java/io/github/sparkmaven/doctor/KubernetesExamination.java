/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the Kubernetes API whether it is there, and which version it is. */
record KubernetesExamination(DoctorRequest request, ClientSite site, Surroundings surroundings)
    implements Examination {
  private static final String ID = "kubernetes-api";
  private static final String VERSION = "cluster-version";
  private static final String KUBECONFIG = "kubeconfig";
  private static final Path ACCOUNT = Path.of("var/run/secrets/kubernetes.io/serviceaccount");
  private static final Pattern MINOR = Pattern.compile("v1\\.(\\d{1,3}).*");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() throws IOException {
    Optional<Target> target =
        request.project().target().filter(to -> to.manager() == Manager.KUBERNETES);
    if (target.isEmpty()) {
      return List.of();
    }
    KubeConfig config =
        KubeConfig.read(site.read().variable("KUBECONFIG"), surroundings.userHome());
    List<Finding> findings = new ArrayList<>();
    findings.add(credentials(config));
    findings.addAll(
        api(URI.create(root(target.get()) + "/version"), authorities(target.get(), config)));
    return findings;
  }

  /** {@code KubernetesUtils.parseMasterUrl}, {@code Utils.checkAndGetK8sMasterUrl}. */
  private static String root(Target target) {
    String address = target.master().replaceFirst("^k8s://", "").replaceFirst("/+$", "");
    return address.startsWith("http") ? address : "https://" + address;
  }

  private Finding credentials(KubeConfig config) {
    if (!config.files().isEmpty()) {
      return Finding.ok(KUBECONFIG, config.files() + " can be read");
    }
    boolean given =
        request.project().conf().effective().stream()
            .anyMatch(setting -> setting.key().startsWith("spark.kubernetes.authenticate."));
    if (given || Files.isReadable(surroundings.root().resolve(ACCOUNT).resolve("token"))) {
      return Finding.ok(KUBECONFIG, "none; settings or this pod's account take its place");
    }
    return Finding.warning(
        KUBECONFIG,
        "there is no kubeconfig, no account of a pod, and no spark.kubernetes.authenticate.… setting",
        "spark-submit asks the API as nobody: Forbidden, User \"system:anonymous\" cannot …",
        "Give yourself access, as with kubectl config view, or export KUBECONFIG=…");
  }

  private List<byte[]> authorities(Target target, KubeConfig config) throws IOException {
    List<byte[]> all = new ArrayList<>(config.authorities());
    for (String key :
        List.of(
            "spark.kubernetes.authenticate.submission.caCertFile",
            "spark.kubernetes.authenticate.caCertFile")) {
      Optional<Path> file = target.setting(key).map(Path::of).filter(Files::isRegularFile);
      if (file.isPresent()) {
        all.add(Files.readAllBytes(file.get()));
      }
    }
    Path ofPod = surroundings.root().resolve(ACCOUNT).resolve("ca.crt");
    if (Files.isReadable(ofPod)) {
      all.add(Files.readAllBytes(ofPod));
    }
    return all;
  }

  private List<Finding> api(URI page, List<byte[]> authorities) {
    try {
      Http.Answer answer = surroundings.network().get(page, authorities);
      if (!answer.ok()) {
        return List.of(
            Finding.ok(ID, page + " can be reached; of its version " + answer.refusal()));
      }
      Optional<String> version = Json.parse(answer.body()).text("gitVersion");
      return version.isEmpty()
          ? List.of(notKubernetes(page, "it names no gitVersion"))
          : List.of(
              Finding.ok(ID, page + " can be reached, Kubernetes " + version.get()),
              version(version.get()));
    } catch (IOException e) {
      return List.of(
          isOfTrust(e)
              ? Finding.note(
                  ID,
                  page + " can be reached; its certificate is of no authority that is known here",
                  "Its version is not known. The kubeconfig or"
                      + " spark.kubernetes.authenticate.submission.caCertFile names the authority.")
              : lost(String.valueOf(e.getMessage())));
    }
  }

  private static Finding notKubernetes(URI page, String why) {
    return Finding.warning(
        ID,
        page + " answers, and is no Kubernetes API: " + why,
        "spark-submit ends with an exception of its client.",
        "Give the API's address: kubectl cluster-info");
  }

  private static Finding lost(String why) {
    return Finding.error(
        ID,
        "the API cannot be reached: " + why,
        "spark-submit ends with KubernetesClientException: An error has occurred.",
        "Correct cluster/master (kubectl cluster-info tells it), or connect to the cluster's"
            + " network");
  }

  private static boolean isOfTrust(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // What TLS itself fails at, as a server without it, is no matter of trust.
      if (cause instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  private Finding version(String running) {
    Matcher minor = MINOR.matcher(running);
    Optional<SparkVersion> spark = request.project().spark();
    if (!minor.matches() || spark.isEmpty()) {
      return Finding.ok(VERSION, "the cluster runs Kubernetes " + running);
    }
    int least = least(spark.get());
    String what =
        "the cluster runs Kubernetes "
            + running
            + "; Spark "
            + spark.get().version()
            + " is meant for 1."
            + least
            + " and later";
    return Integer.parseInt(minor.group(1)) >= least
        ? Finding.ok(VERSION, what)
        : Finding.warning(
            VERSION,
            what,
            "Spark is not tested on it, nor is its client.",
            "Use a newer cluster, or an older Spark");
  }

  /**
   * docs/running-on-kubernetes.md of each version: SPARK-38007 for 3.3, SPARK-51000 for 4.0,
   * SPARK-53093 for 4.1, SPARK-54780 for 4.2.
   */
  private static int least(SparkVersion spark) {
    if (spark.atLeast(4, 2)) {
      return 33;
    }
    if (spark.atLeast(4, 0)) {
      return spark.atLeast(4, 1) ? 32 : 30;
    }
    return spark.atLeast(3, 5) ? 24 : 20;
  }
}
