package shop;

import dev.chanvet.runtime.Channel;

/** Text that a page must show and never obey. */
class Hostile {
  public static void main(String[] args) {
    Channel<String> names = Channel.make();
	/* tab */ names.send("</pre></svg></script><script>document.title = 'owned'</script><img src=x onerror=alert(1)> &amp; \u00fc 😀");
  }
}
