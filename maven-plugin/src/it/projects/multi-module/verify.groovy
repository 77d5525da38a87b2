def log = new File(basedir, 'build.log').text
assert log.contains('ERROR] feed/src/main/java/org/example/Feed.java:13:')
assert log.contains('ERROR] news/src/test/java/org/example/News.java:13:')
assert log.contains('chanvet: 2 errors in 3 modules; report: target/chanvet/aggregate.sarif')

def results = { path ->
  def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, path))
  assert sarif.runs.size() == 1
  sarif.runs[0].results
}
assert results('core/target/chanvet/chanvet.sarif') == []
def feed = results('feed/target/chanvet/chanvet.sarif')
def news = results('news/target/chanvet/chanvet.sarif')
assert feed.size() == 1
assert news.size() == 1
def all = results('target/chanvet/aggregate.sarif')
assert all == feed + news
