def log = new File(basedir, 'build.log').text
assert log.count('chanvet is skipped') == 2
assert !new File(basedir, 'target/chanvet').exists()
