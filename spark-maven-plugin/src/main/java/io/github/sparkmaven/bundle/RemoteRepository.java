/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A Maven repository that is reached by HTTP; what it sends is kept in the cache folder. */
final class RemoteRepository {
  private static final int AT_ONCE = 6;
  private static final int FOUND = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String url;
  private final Path kept;
  private final Console console;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /**
   * Names a repository.
   *
   * @throws InputException if the URL is none
   */
  RemoteRepository(String url, Path cacheFolder, Console console) {
    this.url = url.endsWith("/") ? url : url + "/";
    this.kept = cacheFolder.resolve("repository");
    this.console = console;
    try {
      if (URI.create(this.url).getRawUserInfo() != null) {
        throw new InputException(
            "--repository",
            "holds a user's name, which anybody on this machine could read",
            "Mirror the jars into a folder and give that, or set SPARK_HOME");
      }
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "--repository", "'" + url + "' is no URL", "Give one as in https://host/repository");
    }
  }

  /**
   * Returns the jars, which are fetched where they are not kept already.
   *
   * @throws EnvironmentException if one cannot be had, or is not what the list says
   */
  List<Path> jars(List<HomeEntry> entries) {
    List<HomeEntry> missing =
        entries.stream().filter(entry -> !entry.is(kept.resolve(entry.path()))).toList();
    if (!missing.isEmpty()) {
      console.noted("Fetching " + missing.size() + " jars of Spark from " + url);
      fetchAll(missing);
    }
    return entries.stream().map(entry -> kept.resolve(entry.path())).toList();
  }

  private void fetchAll(List<HomeEntry> entries) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> fetched = new ArrayList<>();
      entries.forEach(entry -> fetched.add(threads.submit(() -> fetch(entry))));
      for (Future<?> one : fetched) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Interrupted while jars were fetched from " + url, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof EnvironmentException known
          ? known
          : new EnvironmentException("Cannot fetch from " + url + ": " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void fetch(HomeEntry entry) {
    Path place = kept.resolve(entry.path());
    Path folder = Objects.requireNonNull(place.getParent());
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, ".fetched", ".tmp");
      try {
        receive(entry, temporary);
        Files.move(
            temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot fetch " + url + entry.path() + ": " + e, e);
    }
  }

  private void receive(HomeEntry entry, Path file) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + entry.path())).timeout(PATIENCE).build();
    try {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(file));
      if (response.statusCode() != FOUND) {
        throw new IOException("the repository answers " + response.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (!entry.is(file)) {
      throw new IOException("what came is not the jar of home.list: its SHA-256 differs");
    }
  }
}
