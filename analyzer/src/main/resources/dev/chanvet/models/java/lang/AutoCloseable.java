package java.lang;

/** What a try statement closes. Kept: everything. */
public interface AutoCloseable {
  void close() throws Exception;
}
