package java.util.concurrent.locks;

/** A lock for readers and one for writers. Kept: everything; the class has the bodies. */
public interface ReadWriteLock {
  Lock readLock();

  Lock writeLock();
}
