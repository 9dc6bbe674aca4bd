import sys

sys.stdout.write("no newline at the end")
sys.stderr.write("unbuffered\n")
f = open("/dev/null", "w")
f.write("open files are flushed too")
