# Time.
time-just-now = just now
