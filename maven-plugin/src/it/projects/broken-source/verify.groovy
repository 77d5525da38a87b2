def log = new File(basedir, 'build.log').text
assert log.contains('WARNING] Not fully analysed: src/main/java/org/example/Broken.java')
assert log.contains('ERROR] src/main/java/org/example/Feed.java:13:')
